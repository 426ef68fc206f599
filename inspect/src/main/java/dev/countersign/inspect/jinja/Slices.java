package dev.countersign.inspect.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of texts and lists, as Python cuts them. */
final class Slices {
  private Slices() {}

  /** An index from the front; a negative one counts from the end. */
  static Optional<Integer> index(int size, long index) {
    long at = index < 0 ? index + size : index;
    return at >= 0 && at < size ? Optional.of((int) at) : Optional.empty();
  }

  /** What a slice cuts out of a constant; empty where a bound is not constant. */
  static Optional<Object> of(Object value, Expr.Part part, Fold fold) {
    Optional<Long> step = bound(part.step(), fold, 1);
    if (step.isEmpty() || step.get() == 0) {
      return Optional.empty();
    }
    int size = value instanceof List<?> list ? list.size() : Fold.string(value).length();
    boolean forward = step.get() > 0;
    Optional<Long> from = bound(part.from(), fold, forward ? 0 : size - 1L);
    Optional<Long> to = bound(part.to(), fold, forward ? size : -size - 1L);
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(cut(value, places(from.get(), to.get(), step.get(), size)));
  }

  private static List<Integer> places(long from, long to, long step, int size) {
    long first = Math.clamp(from < 0 ? from + size : from, -1, size);
    long last = Math.clamp(to < 0 ? to + size : to, -1, size);
    List<Integer> places = new ArrayList<>();
    for (long at = first; step > 0 ? at < last : at > last; at += step) {
      index(size, at).filter(_ -> places.size() <= size).ifPresent(places::add);
      if (Math.abs(step) > size) {
        break;
      }
    }
    return places;
  }

  private static Object cut(Object value, List<Integer> places) {
    if (value instanceof List<?> list) {
      return places.stream().<Object>map(list::get).toList();
    }
    String text = Fold.string(value);
    StringBuilder part = new StringBuilder();
    places.forEach(at -> part.append(text.charAt(at)));
    return part.toString();
  }

  private static Optional<Long> bound(Expr bound, Fold fold, long otherwise) {
    if (bound instanceof Expr.Nothing) {
      return Optional.of(otherwise);
    }
    return fold.of(bound).filter(Long.class::isInstance).map(Long.class::cast);
  }
}
