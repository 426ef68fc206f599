package dev.countersign.inspect.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of a document, by its first bytes and its declaration.
 *
 * @param charset what it is read as
 * @param odd its name, where it is one that hides text from whoever takes it for UTF-8
 */
record Encoding(Charset charset, Optional<String> odd) {
  private static final int LONGEST_DECLARATION = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml\\s[^>]{0,100}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

  /** Encodings in which the letters of ASCII are what they are in UTF-8. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "utf-?8|us-ascii|ascii|iso-?8859-\\d{1,2}|latin-?\\d|windows-\\d{3,4}|cp125\\d|koi8-[ru]"
              + "|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|utf-?16(?:le|be)?");

  static Encoding of(byte[] start) {
    int first = start.length < 2 ? 0 : ((start[0] & 0xFF) << 8) | (start[1] & 0xFF);
    return switch (first) {
      case 0xFEFF, 0x003C -> new Encoding(StandardCharsets.UTF_16BE, Optional.empty());
      case 0xFFFE, 0x3C00 -> new Encoding(StandardCharsets.UTF_16LE, Optional.empty());
      case 0x4C6F -> new Encoding(named("Cp037"), Optional.of("EBCDIC"));
      default ->
          declared(
              new String(
                  start,
                  0,
                  Math.min(start.length, LONGEST_DECLARATION),
                  StandardCharsets.ISO_8859_1));
    };
  }

  private static Encoding declared(String start) {
    Matcher declaration =
        DECLARED.matcher(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start);
    if (!declaration.find()) {
      return new Encoding(StandardCharsets.UTF_8, Optional.empty());
    }
    String name = declaration.group(1);
    if (!PLAIN.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      return new Encoding(named(name), Optional.of(name));
    }
    return new Encoding(
        name.toLowerCase(Locale.ROOT).startsWith("utf") ? StandardCharsets.UTF_8 : named(name),
        Optional.empty());
  }

  private static Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
