package dev.countersign.inspect.numpy;

import dev.countersign.inspect.bytes.Broken;
import java.util.List;
import java.util.Map;

/**
 * The type of the items of an array, as {@code descr} has it: a string like {@code <f8}, or a list
 * of fields, each with a name, a type and maybe a shape.
 *
 * @param name as people say: {@code float64}; {@code record} for fields
 * @param size of an item in bytes
 * @param objects whether there are Python objects in it
 */
record Dtype(String name, long size, boolean objects) {
  private static final int DEEPEST = 32;

  private static final Map<Character, String> KINDS =
      Map.of('f', "float", 'i', "int", 'u', "uint", 'c', "complex", 'b', "bool");

  /**
   * Reads one.
   *
   * @throws Broken if it is none
   */
  static Dtype of(Object descr) throws Broken {
    return of(descr, 0);
  }

  private static Dtype of(Object descr, int depth) throws Broken {
    if (depth > DEEPEST) {
      throw new Broken(0, "types in types, too deep");
    }
    return switch (descr) {
      case String code -> simple(code);
      case List<?> fields when !fields.isEmpty() && fields.getFirst() instanceof List<?> ->
          fields(fields, depth);
      case List<?> pair when pair.size() == 2 -> of(pair.getFirst(), depth + 1).times(pair.get(1));
      case List<?> none when none.isEmpty() -> new Dtype("record", 0, false);
      default -> throw new Broken(0, "a descr that is no type");
    };
  }

  private static Dtype fields(List<?> fields, int depth) throws Broken {
    long size = 0;
    boolean objects = false;
    for (Object field : fields) {
      if (!(field instanceof List<?> parts) || parts.size() < 2) {
        throw new Broken(0, "a field without a name and a type");
      }
      Dtype type = of(parts.get(1), depth + 1);
      Dtype whole = parts.size() > 2 ? type.times(parts.get(2)) : type;
      size = Math.min(Long.MAX_VALUE / 2, size + Math.min(Long.MAX_VALUE / 2, whole.size));
      objects |= whole.objects;
    }
    return new Dtype("record", size, objects);
  }

  private Dtype times(Object shape) throws Broken {
    long many = size;
    for (Object length : shape instanceof List<?> lengths ? lengths : List.of(shape)) {
      if (!(length instanceof Long number) || number < 0) {
        throw new Broken(0, "a field with a shape that is none");
      }
      many =
          Math.multiplyHigh(many, number) != 0 || many * number < 0
              ? Long.MAX_VALUE / 2
              : many * number;
    }
    return new Dtype(name, many, objects);
  }

  private static Dtype simple(String code) throws Broken {
    String plain =
        !code.isEmpty() && "<>|=".indexOf(code.charAt(0)) >= 0 ? code.substring(1) : code;
    if (plain.isEmpty()) {
      throw new Broken(0, "an empty type");
    }
    char kind = plain.charAt(0);
    if (kind == 'O' || plain.equals("object")) {
      return new Dtype("object", 8, true);
    }
    int bracket = plain.indexOf('[');
    String digits = plain.substring(1, bracket < 0 ? plain.length() : bracket);
    if (!digits.chars().allMatch(Character::isDigit) || digits.length() > 9) {
      throw new Broken(0, "a type that is none: " + code);
    }
    int number = digits.isEmpty() ? 1 : Integer.parseInt(digits);
    String name =
        KINDS.containsKey(kind) && kind != 'b'
            ? KINDS.get(kind) + number * 8
            : KINDS.getOrDefault(kind, plain);
    return new Dtype(name, kind == 'U' ? 4L * number : number, false);
  }
}
