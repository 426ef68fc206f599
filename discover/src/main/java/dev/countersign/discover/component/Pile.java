package dev.countersign.discover.component;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.Where;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;

/** Findings about one thing, as they come. */
final class Pile {
  private final Kind kind;
  private String name;
  private Confidence confidence = Confidence.POSSIBLE;
  private boolean named;
  private boolean aside = true;
  private final Map<Detail, String> details = new EnumMap<>(Detail.class);
  private final TreeSet<Where> places = new TreeSet<>();

  Pile(Kind kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  /** Adds a finding that names it so. */
  Pile add(String called, Finding finding, Confidence sure) {
    boolean surer = !named || !confidence.atLeast(sure);
    if (surer) {
      name = called;
      named = true;
    }
    confidence = sure.atLeast(confidence) ? sure : confidence;
    return see(finding, surer);
  }

  /** Adds a place that says something of it and makes it no surer. */
  Pile see(Finding finding, boolean first) {
    aside = aside && finding.aside();
    places.add(finding.where());
    finding
        .details()
        .forEach((detail, value) -> {
          if (first) {
            details.put(detail, value);
          } else {
            details.putIfAbsent(detail, value);
          }
        });
    return this;
  }

  /** Says one thing of it. */
  void say(Detail detail, String value) {
    details.put(detail, value);
  }

  Component component() {
    return new Component(
        kind,
        name,
        confidence,
        aside,
        details,
        places.stream().limit(Component.MOST_PLACES).toList(),
        places.size());
  }
}
