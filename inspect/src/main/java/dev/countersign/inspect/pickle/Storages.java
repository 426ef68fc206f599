package dev.countersign.inspect.pickle;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.TensorTally;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Follows the persistent ids of PyTorch: {@code ('storage', type, key, location, numbers)} for the
 * numbers of a tensor, with a sixth item for a view, and in old files {@code ('module', class,
 * file, source)} for a class with its source ({@code torch/serialization.py}).
 */
public final class Storages implements Loader {
  private static final int NUMBERS = 4;

  private final Set<String> keys = new HashSet<>();
  private final TensorTally tally = new TensorTally();

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
      tally.tell(examination);
    }
  }

  private void note(Items storage) {
    String key = storage.item(2) instanceof Text text ? text.string() : "";
    if (keys.size() >= Stack.MOST || !keys.add(key)) {
      return;
    }
    long count = storage.item(NUMBERS) instanceof Whole whole ? Math.max(0, whole.value()) : 0;
    tally.add(storage.item(1) instanceof Global global ? type(global.name()) : "", count);
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
