package dev.countersign.guard.prompt.text;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.prompt.text.Signal.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes the disguises off a text. Everything is bounded: how much of the text is read, how deep
 * encodings within encodings are followed, how many texts are decoded and how long they are
 * together. Whatever a bound cut off is a {@link Kind#LIMIT}, and the result is not complete.
 */
public final class Normaliser {
  /** How many UTF-16 units of a text are read: 1 Mi. */
  public static final int MOST_UNITS = 1 << 20;

  /** How many encodings within one another are taken off. */
  public static final int MOST_DEPTH = 4;

  private static final int MOST_VIEWS = 64;
  private static final int SPARE = 4096;

  private final Signals signals = new Signals();
  private final List<View> views = new ArrayList<>(2);
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deadline deadline;
  private boolean hidden;
  private boolean complete = true;

  private record Waiting(View raw, int depth, Set<Kind> done) {
    Waiting next(Decoders.Payload payload) {
      Set<Kind> more = EnumSet.of(payload.by());
      more.addAll(done);
      return new Waiting(payload.raw(), depth + 1, more);
    }
  }

  private Normaliser(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Takes the disguises off a text. */
  public static Normalised normalise(CharSequence text, Deadline deadline) {
    Normaliser normaliser = new Normaliser(deadline);
    normaliser.all(text);
    return new Normalised(
        normaliser.views, normaliser.signals.list(), normaliser.hidden, normaliser.complete);
  }

  private void all(CharSequence text) {
    waiting.add(new Waiting(Raw.of(text, MOST_UNITS), 0, Set.of()));
    if (text.length() > MOST_UNITS) {
      limit(MOST_UNITS, text.length(), 0);
    }
    int left = Math.min(text.length(), MOST_UNITS) * 3 + SPARE;
    while (!waiting.isEmpty()) {
      Waiting next = waiting.remove();
      if (next.raw.length() > left || views.size() == MOST_VIEWS || deadline.passed()) {
        limit(next.raw.start(0), next.raw.end(next.raw.length()), next.depth);
      } else {
        left -= next.raw.length();
        take(next);
      }
    }
  }

  private void take(Waiting next) {
    List<View> spelt = new ArrayList<>(0);
    View view = Folder.fold(next.raw, signals, next.depth, spelt);
    hidden |= !spelt.isEmpty();
    views.add(view);
    spelt.forEach(raw -> queue(next, new Decoders.Payload(raw, Kind.TAG_CHARACTERS)));
    Decoders.decode(view, signals, next.depth, next.done).forEach(payload -> queue(next, payload));
  }

  private void queue(Waiting in, Decoders.Payload payload) {
    if (in.depth < MOST_DEPTH) {
      waiting.add(in.next(payload));
    } else {
      limit(payload.raw().start(0), payload.raw().end(payload.raw().length()), in.depth);
    }
  }

  private void limit(int from, int to, int depth) {
    complete = false;
    signals.add(Kind.LIMIT, from, to, to - from, depth);
  }
}
