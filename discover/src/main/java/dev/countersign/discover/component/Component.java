package dev.countersign.discover.component;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Where;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that uses or makes machine learning. Its texts come from hostile files and may hold
 * anything.
 *
 * @param kind what it is
 * @param name what it is called where it is named most surely
 * @param confidence how sure the surest place is
 * @param aside whether it is seen among tests, examples or documentation only
 * @param details what the places say of it, the surest first
 * @param places where it was seen, sorted, the first {@value #MOST_PLACES}
 * @param seen in how many places it was seen
 */
public record Component(
    Kind kind,
    String name,
    Confidence confidence,
    boolean aside,
    Map<Detail, String> details,
    List<Where> places,
    int seen) {
  /** How many places are kept. */
  public static final int MOST_PLACES = 100;

  public Component {
    Map<Detail, String> copy = new EnumMap<>(Detail.class);
    copy.putAll(details);
    details = Collections.unmodifiableMap(copy);
    places = List.copyOf(places);
  }

  /** A detail, if any place says it. */
  public Optional<String> detail(Detail detail) {
    return Optional.ofNullable(details.get(detail));
  }
}
