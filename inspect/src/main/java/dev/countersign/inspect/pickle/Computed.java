package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Texts that calls compute from texts, as far as somebody hides names and pickles in them. They are
 * computed when somebody asks, and only until {@value #MOST_IN_ALL} bytes were.
 */
final class Computed {
  private static final int MOST = 1 << 20;
  private static final int MOST_IN_ALL = 1 << 24;
  private static final int EACH = 64;
  private static final int DEEPEST = 32;

  private long spent;
  private int depth;

  /** The text that a value is, or that the call gives that it stands for; empty where not known. */
  Optional<Text> text(Value value) {
    if (value instanceof Text text) {
      return Optional.of(text);
    }
    if (!(value instanceof Made made) || depth == DEEPEST || spent > MOST_IN_ALL) {
      return Optional.empty();
    }
    spent += EACH;
    depth++;
    Optional<Text> computed = computed(made).filter(text -> text.length() <= MOST);
    depth--;
    spent += computed.map(Text::length).orElse(0L);
    return computed;
  }

  private Optional<Text> computed(Made made) {
    Items arguments = made.arguments();
    if (made.callee() instanceof Global function) {
      return text(arguments.item(0)).flatMap(text -> function(function.gadget(), text, arguments));
    }
    boolean method =
        made.callee() instanceof Made bound
            && bound.callee() instanceof Global getter
            && getter.gadget() == Gadget.GETATTR;
    return method ? method(((Made) made.callee()).arguments(), arguments) : Optional.empty();
  }

  private Optional<Text> function(Gadget gadget, Text text, Items arguments) {
    if (text.length() > MOST) {
      return Optional.empty();
    }
    return switch (gadget) {
      case ENCODE -> codec(text, arguments.item(1), true);
      case DECODE -> codec(text, arguments.item(1), false);
      case STR -> string(text, arguments);
      case BYTES -> bytes(text, arguments);
      case BASE64 -> base64(text);
      case HEX -> hex(text.string());
      default -> Optional.empty();
    };
  }

  private Optional<Text> method(Items textAndName, Items arguments) {
    Optional<Text> of = text(textAndName.item(0));
    if (of.isEmpty() || !(textAndName.item(1) instanceof Text name) || of.get().length() > MOST) {
      return Optional.empty();
    }
    Text text = of.get();
    Value codec = arguments.size() == 0 ? Text.str("utf-8") : arguments.item(0);
    return switch (name.string()) {
      case "decode" -> codec(text, codec, false);
      case "encode" -> codec(text, codec, true);
      case "join" -> join(text, arguments.item(0));
      case "lower" -> Optional.of(Text.str(text.string().toLowerCase(Locale.ROOT)));
      case "upper" -> Optional.of(Text.str(text.string().toUpperCase(Locale.ROOT)));
      case "strip" -> Optional.of(Text.str(text.string().strip()));
      case "replace" -> replaced(text, arguments);
      default -> Optional.empty();
    };
  }

  private static Optional<Text> string(Text text, Items arguments) {
    if (arguments.size() > 1) {
      return codec(text, arguments.item(1), false);
    }
    return text.kind() == Text.Kind.BYTES ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Text> bytes(Text text, Items arguments) {
    return arguments.size() > 1 ? codec(text, arguments.item(1), true) : Optional.of(text);
  }

  private static Optional<Text> codec(Text text, Value named, boolean encode) {
    if (!(named instanceof Text codec)) {
      return Optional.empty();
    }
    return switch (codec.string().toLowerCase(Locale.ROOT).replace('-', '_')) {
      case "latin1", "latin_1", "iso_8859_1", "iso8859_1", "l1" ->
          coded(text, StandardCharsets.ISO_8859_1, encode);
      case "ascii", "us_ascii", "utf8", "utf_8", "u8" ->
          coded(text, StandardCharsets.UTF_8, encode);
      case "rot13", "rot_13" -> Optional.of(Text.str(rot13(text.string())));
      case "hex", "hex_codec" -> encode ? Optional.empty() : hex(text.string());
      case "base64", "base_64", "base64_codec" -> encode ? Optional.empty() : base64(text);
      default -> Optional.empty();
    };
  }

  private static Optional<Text> coded(Text text, Charset charset, boolean encode) {
    if (encode) {
      String all = text.whole() ? text.string() : new String(raw(text), StandardCharsets.UTF_8);
      return Optional.of(Text.bytes(all.getBytes(charset)));
    }
    return Optional.of(Text.str(new String(raw(text), charset)));
  }

  private static byte[] raw(Text text) {
    Bytes content = text.content();
    try {
      return content.copy(0, MOST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rot13(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      boolean lower = c >= 'a' && c <= 'z';
      boolean upper = c >= 'A' && c <= 'Z';
      char first = lower ? 'a' : 'A';
      out.append(lower || upper ? (char) ((c - first + 13) % 26 + first) : c);
    }
    return out.toString();
  }

  private static Optional<Text> base64(Text text) {
    try {
      return Optional.of(Text.bytes(Base64.getMimeDecoder().decode(raw(text))));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<Text> hex(String digits) {
    try {
      return Optional.of(Text.bytes(HexFormat.of().parseHex(digits.replace(" ", ""))));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private Optional<Text> join(Text separator, Value joined) {
    if (!(joined instanceof Items items) || !items.whole()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    int length = 0;
    spent += EACH * items.size();
    for (Value item : items.kept()) {
      Optional<Text> part = text(item);
      if (part.isEmpty() || (length += part.get().string().length()) > MOST) {
        return Optional.empty();
      }
      parts.add(part.get().string());
    }
    String all = String.join(separator.string(), parts);
    return all.length() > MOST
        ? Optional.empty()
        : Optional.of(
            separator.kind() == Text.Kind.BYTES
                ? Text.bytes(all.getBytes(StandardCharsets.ISO_8859_1))
                : Text.str(all));
  }

  private Optional<Text> replaced(Text text, Items arguments) {
    Optional<Text> old = text(arguments.item(0));
    Optional<Text> by = text(arguments.item(1));
    if (old.isEmpty() || by.isEmpty() || by.get().length() * text.length() > Text.LONGEST) {
      return Optional.empty();
    }
    return Optional.of(Text.str(text.string().replace(old.get().string(), by.get().string())));
  }
}
