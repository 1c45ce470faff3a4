# SPDX-License-Identifier: GPL-3.0-or-later
# Builds sites with the installed Jekyll, two at a time, each in a process of its own: plugins that one site loads must not
# run in the next.
#   ruby build.rb TIME [SOURCE DESTINATION]…
# What Jekyll says goes to DESTINATION.log; DESTINATION.failed is there where it raised.
require 'jekyll'
require 'kramdown'
require 'kramdown-parser-gfm'
require 'rouge'
require 'jekyll-sass-converter'

def build(time, source, destination)
  log = File.open("#{destination}.log", 'w')
  $stdout.reopen(log)
  $stderr.reopen(log)
  Jekyll.logger.log_level = :warn
  config = Jekyll.configuration('source' => source, 'destination' => destination, 'quiet' => true,
                                'disable_disk_cache' => true, 'time' => time)
  Jekyll::Site.new(config).process
rescue Exception => e
  File.write("#{destination}.failed", "#{e.class}: #{e.message}\n#{e.backtrace.first(8).join("\n")}")
end

time = ARGV.shift
running = 0
ARGV.each_slice(2) do |source, destination|
  if running == 2
    Process.wait
    running -= 1
  end
  fork { build(time, source, destination) }
  running += 1
end
Process.waitall
