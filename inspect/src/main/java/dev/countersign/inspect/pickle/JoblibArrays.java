package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Arrays as joblib writes them: after the {@code BUILD} of a {@code NumpyArrayWrapper} the raw
 * bytes of the array stand in the stream, or a pickle where it holds objects ({@code
 * joblib/numpy_pickle.py}, {@code NumpyArrayWrapper.read_array}).
 */
public final class JoblibArrays implements Loader {
  private static final int HAS_OBJECTS = 1;
  private static final int FLAGS = 7;

  private final Bytes bytes;
  private boolean seen;

  /** Follows arrays in these bytes. */
  public JoblibArrays(Bytes bytes) {
    this.bytes = bytes;
  }

  /** Whether any array was met. */
  public boolean seen() {
    return seen;
  }

  /** The same for a loader that does not know of arrays: they are noticed, and not followed. */
  Loader watching() {
    return (built, _) -> {
      seen |= wrapper(built);
      return After.NOTHING;
    };
  }

  @Override
  public After built(Made built, long position) {
    if (!wrapper(built) || !(built.state() instanceof Entries state)) {
      return After.NOTHING;
    }
    seen = true;
    Value dtype = state.get("dtype").orElse(Plain.NONE);
    if (!(dtype instanceof Made type) || objects(type)) {
      return After.PICKLE;
    }
    long size = size(type, state.get("shape").orElse(Plain.NONE));
    return After.bytes(size + padding(state, position));
  }

  private static boolean wrapper(Made built) {
    return built.callee() instanceof Global global
        && global.name().equals("NumpyArrayWrapper")
        && global.module().endsWith("joblib.numpy_pickle");
  }

  private static boolean objects(Made dtype) {
    boolean object = code(dtype).startsWith("O");
    boolean inside =
        dtype.state() instanceof Items state
            && state.item(FLAGS) instanceof Whole flags
            && (flags.value() & HAS_OBJECTS) != 0;
    return object || inside;
  }

  private static String code(Made dtype) {
    String code = dtype.arguments().item(0) instanceof Text text ? text.string() : "";
    return !code.isEmpty() && "<>|=".indexOf(code.charAt(0)) >= 0 ? code.substring(1) : code;
  }

  private static long size(Made dtype, Value shape) {
    long size = itemSize(code(dtype));
    if (shape instanceof Items lengths) {
      for (Value length : lengths.kept()) {
        size = length instanceof Whole whole ? times(size, whole.value()) : Long.MAX_VALUE / 2;
      }
    }
    return size;
  }

  private static long itemSize(String code) {
    long number = 0;
    for (int i = 1;
        i < code.length() && Character.isDigit(code.charAt(i)) && number < Integer.MAX_VALUE;
        i++) {
      number = number * 10 + Character.digit(code.charAt(i), 10);
    }
    return code.startsWith("U") ? number * 4 : number;
  }

  /** Never negative, and the largest there is where it is too large. */
  private static long times(long size, long length) {
    if (length < 0) {
      return Long.MAX_VALUE / 2;
    }
    long high = Math.multiplyHigh(size, length);
    return high != 0 || size * length < 0 ? Long.MAX_VALUE / 2 : size * length;
  }

  private long padding(Entries state, long position) {
    if (!(state.get("numpy_array_alignment_bytes").orElse(Plain.NONE) instanceof Whole)) {
      return 0;
    }
    try {
      byte[] length = bytes.copy(position, 1);
      return length.length == 0 ? 0 : 1 + (length[0] & 0xFF);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
