# SPDX-License-Identifier: GPL-3.0-or-later
# Converts Markdown with the installed kramdown as Jekyll calls it, without the tokens of highlighted code.
# Standard input: lines of JSON, [text, options]. Prints one line for each: {"html": …}, {"error": …} or {"timeout": true}.
require "jekyll"
require "json"
require "rouge"
require "timeout"

Jekyll.logger.log_level = :error
$stdin.set_encoding("utf-8")
$stdout.sync = true

# Highlighting decides how code is wrapped; the colours of its words are not compared.
class Rouge::RegexLexer
  def stream_tokens(text)
    yield Rouge::Token::Tokens::Text, text unless text.empty?
  end
end

converters = Hash.new do |cache, options|
  config = Jekyll.configuration("quiet" => true, "source" => __dir__, "disable_disk_cache" => true, "kramdown" => options)
  cache[options] = Jekyll::Converters::Markdown::KramdownParser.new(config)
end

$stdin.each_line do |line|
  text, options = JSON.parse(line)
  result = begin
    converter = converters[options]
    Timeout.timeout(10) { { :html => converter.convert(text) } }
  rescue Timeout::Error
    { :timeout => true }
  rescue Exception => error # a mutated text may raise anything
    { :error => error.class.name }
  end
  result[:html] = result[:html].scrub if result[:html] # a reference may name a code point that is none
  puts JSON.generate(result)
end
