# SPDX-License-Identifier: GPL-3.0-or-later
# Renders every case of a file with the installed Liquid and Jekyll and prints the results as JSON: for each case its text,
# or null where the template cannot be parsed.  ruby oracle.rb CASES DATA INCLUDES
require "jekyll"
require "json"
Jekyll.logger.log_level = :error
cases = File.read(ARGV[0], :encoding => "utf-8").split("\n=====\n").map { |c| c.chomp("\n=====") }
data = JSON.parse(File.read(ARGV[1], :encoding => "utf-8"))
config = Jekyll.configuration("quiet" => true, "source" => File.dirname(ARGV[2]), "disable_disk_cache" => true,
  "includes_dir" => File.basename(ARGV[2]), "url" => data["site"]["url"], "baseurl" => data["site"]["baseurl"])
site = Jekyll::Site.new(config)
data["page"]["when"] = Time.utc(2024, 5, 1, 13, 4, 5)
data["page"]["then"] = Time.new(2021, 12, 31, 23, 59, 59, "+08:00")
data["page"]["day"] = Date.new(2024, 2, 29)
Liquid::Template.error_mode = :warn
results = cases.map do |text|
  begin
    template = Liquid::Template.parse(text)
    payload = Marshal.load(Marshal.dump(data))
    template.render(payload, :registers => { :site => site, :page => payload["page"] }).scrub
  rescue Exception # a mutated template may raise anything
    nil
  end
end
puts JSON.generate(results)
