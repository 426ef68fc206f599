package dev.countersign.inspect.pickle;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Follows the persistent ids of PyTorch: {@code ('storage', type, key, location, numbers)} for the
 * numbers of a tensor, with a sixth item for a view, and in old files {@code ('module', class,
 * file, source)} for a class with its source ({@code torch/serialization.py}).
 */
public final class Storages implements Loader {
  private static final int NUMBERS = 4;

  private final Set<String> keys = new HashSet<>();
  private final Map<String, Long> numbers = new TreeMap<>();
  private long total;

  @Override
  public After built(Made built, long position) {
    return After.NOTHING;
  }

  @Override
  public Value persistent(Value id, Value unknown) {
    if (!(id instanceof Items items) || !(items.item(0) instanceof Text kind)) {
      return unknown;
    }
    if (kind.is("module") && items.item(1) instanceof Global) {
      return items.item(1);
    }
    if (kind.is("storage")) {
      note(items);
    }
    return unknown;
  }

  /** Tells how many there are, and of what; nothing where there are none. */
  public void tell(Examination examination) {
    if (!keys.isEmpty()) {
      examination.fact(ArtefactFact.FRAMEWORK, "PyTorch");
      examination.fact(ArtefactFact.TENSORS, Integer.toString(keys.size()));
      examination.fact(ArtefactFact.PARAMETERS, Long.toString(total));
      examination.fact(ArtefactFact.TENSOR_TYPES, types());
    }
  }

  /** The types of the numbers, of which there are most first. */
  private String types() {
    return numbers.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  private void note(Items storage) {
    String key = storage.item(2) instanceof Text text ? text.string() : "";
    if (keys.size() >= Stack.MOST || !keys.add(key)) {
      return;
    }
    long count = storage.item(NUMBERS) instanceof Whole whole ? Math.max(0, whole.value()) : 0;
    total = Long.MAX_VALUE - total < count ? Long.MAX_VALUE : total + count;
    String type = storage.item(1) instanceof Global global ? type(global.name()) : "";
    if (!type.isEmpty() && (numbers.size() < Items.KEPT || numbers.containsKey(type))) {
      numbers.merge(type, count, (a, b) -> Long.MAX_VALUE - a < b ? Long.MAX_VALUE : a + b);
    }
  }

  /** {@code float} of {@code FloatStorage}, as PyTorch writes its types. */
  private static String type(String storage) {
    String name = storage.endsWith("Storage") ? storage.substring(0, storage.length() - 7) : "";
    return switch (name) {
      case "Float" -> "float32";
      case "Double" -> "float64";
      case "Half" -> "float16";
      case "Byte" -> "uint8";
      case "Char" -> "int8";
      case "Short" -> "int16";
      case "Int" -> "int32";
      case "Long" -> "int64";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }
}
