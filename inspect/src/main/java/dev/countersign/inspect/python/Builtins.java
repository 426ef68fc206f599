package dev.countersign.inspect.python;

import dev.countersign.inspect.python.Value.Kind;
import dev.countersign.inspect.python.Value.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What functions of Python's library give, where that is how names and code are hidden. */
final class Builtins {
  private Builtins() {}

  /** What a call gives; a path with {@code ()} at its end where it is not computed here. */
  static Value call(String path, Arguments arguments, Names names) {
    Value first = arguments.first();
    return switch (path) {
      case "getattr", "object.__getattribute__", "operator.getitem", "inspect.getattr_static" ->
          got(arguments, names);
      case "__import__", "importlib.__import__" -> imported(first, arguments.has(3, "fromlist"));
      case "importlib.import_module", "importlib.reload", "importlib.util.find_spec" ->
          imported(first, true);
      case "pydoc.locate", "pkgutil.resolve_name", "pydoc.safeimport" -> located(first);
      case "vars" ->
          first.is(Kind.PATH) ? Value.path(first.text() + ".__dict__") : Value.path("vars()");
      case "operator.attrgetter", "operator.methodcaller", "operator.itemgetter" ->
          first.isText() ? Value.getter(first.text()) : Value.unknown(first.sources());
      case "functools.partial", "functools.partialmethod", "staticmethod" -> first;
      case "functools.reduce" -> reduced(arguments, names);
      case "chr" -> character(first);
      case "ord" ->
          first.isText() && first.text().length() == 1
              ? Value.integer(first.text().charAt(0))
              : Value.UNKNOWN;
      case "str" -> first.is(Kind.BYTES) ? Decoding.text(first, Value.UNKNOWN) : shown(first);
      case "bytes", "bytearray" -> bytes(first, arguments);
      case "list", "tuple" -> Value.items(Folding.iterate(first)).from(first.sources());
      case "reversed" -> Value.items(Folding.iterate(first).reversed()).from(first.sources());
      case "map" -> mapped(first, arguments.get(1, ""), names);
      case "int" -> integer(first, arguments.get(1, "base"));
      case "bytes.fromhex", "bytearray.fromhex", "binascii.unhexlify", "binascii.a2b_hex" ->
          Decoding.hex(first);
      case "base64.b64decode",
          "base64.urlsafe_b64decode",
          "base64.standard_b64decode",
          "base64.decodebytes",
          "base64.decodestring",
          "binascii.a2b_base64" ->
          Decoding.base64(first);
      case "base64.b16decode" -> Decoding.hex(first);
      case "codecs.decode" -> Decoding.text(first, arguments.get(1, "encoding"));
      case "zlib.decompress" -> Decoding.inflate(first, "zlib");
      case "gzip.decompress" -> Decoding.inflate(first, "gzip");
      case "compile" -> first;
      default -> other(path, arguments);
    };
  }

  private static Value other(String path, Arguments arguments) {
    Set<Source> sources = EnumSet.noneOf(Source.class);
    sources.addAll(arguments.sources());
    Behaviours.of(path).flatMap(Behaviour::gives).ifPresent(sources::add);
    return Value.path(path + "()").from(sources);
  }

  private static Value got(Arguments arguments, Names names) {
    Value of = arguments.first();
    Value name = arguments.get(1, "name");
    if (!name.isText()) {
      return Value.unknown(name.sources());
    }
    return of.is(Kind.PATH) && of.text().endsWith(".__dict__")
        ? Folding.index(of, name, names)
        : Folding.attribute(of, name.text());
  }

  private static Value imported(Value name, boolean whole) {
    if (name.is(Kind.PATH)) {
      return name;
    }
    if (!name.isText()) {
      return Value.unknown(name.sources());
    }
    int dot = name.text().indexOf('.');
    return Value.path(whole || dot <= 0 ? name.text() : name.text().substring(0, dot));
  }

  private static Value located(Value name) {
    return name.isText()
        ? Value.path(name.text().replace(':', '.'))
        : Value.unknown(name.sources());
  }

  private static Value reduced(Arguments arguments, Names names) {
    Value start = arguments.get(2, "initial");
    if (!arguments.first().text().equals("getattr") || !start.is(Kind.PATH)) {
      return Value.unknown(arguments.sources());
    }
    Value value = start;
    for (Value name : Folding.iterate(arguments.get(1, ""))) {
      value = got(new Arguments(List.of(value, name), java.util.Map.of()), names);
    }
    return value;
  }

  private static Value character(Value code) {
    return code.is(Kind.INTEGER) && code.number() >= 0 && code.number() < 0x11_0000
        ? Value.text(Character.toString((int) code.number()), Set.of()).from(Source.DECODED)
        : Value.unknown(code.sources()).from(Source.DECODED);
  }

  private static Value shown(Value of) {
    return of.is(Kind.TEXT) ? of : Value.unknown(of.sources());
  }

  private static Value bytes(Value of, Arguments arguments) {
    if (of.is(Kind.TEXT)) {
      return Folding.method(
          of, "encode", new Arguments(List.of(arguments.get(1, "encoding")), java.util.Map.of()));
    }
    if (of.is(Kind.ITEMS) && !of.items().isEmpty()) {
      return Decoding.characters(of.items())
          .map(text -> Value.bytes(text, of.sources()).from(Source.DECODED))
          .orElse(Value.unknown(of.sources()));
    }
    return of.is(Kind.BYTES) ? of : Value.unknown(of.sources());
  }

  private static Value mapped(Value function, Value over, Names names) {
    if (!function.is(Kind.PATH)) {
      return Value.unknown(over.sources());
    }
    List<Value> results = new ArrayList<>();
    for (Value item : Folding.iterate(over)) {
      results.add(call(function.text(), new Arguments(List.of(item), java.util.Map.of()), names));
    }
    return Value.items(results).from(over.sources());
  }

  private static Value integer(Value of, Value base) {
    try {
      int radix = base.is(Kind.INTEGER) ? (int) Math.clamp(base.number(), 2, 36) : 10;
      return of.isText() ? Value.integer(Long.parseLong(of.text().strip(), radix)) : of;
    } catch (NumberFormatException none) {
      return Value.UNKNOWN;
    }
  }
}
