package dev.countersign.cli.text;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Finding;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Style;
import dev.countersign.derive.Severity;
import dev.countersign.model.Place;
import java.util.List;
import java.util.Locale;

/** The words and colours that all sections share. Capitals mark what needs work without colour. */
final class Wording {
  private Wording() {}

  static String word(Severity severity) {
    return severity.compareTo(Severity.HIGH) >= 0
        ? severity.word().toUpperCase(Locale.ROOT)
        : severity.word();
  }

  static Style style(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Style.BAD;
      case HIGH -> Style.GRAVE;
      case MEDIUM -> Style.WARN;
      case LOW -> Style.FAINT;
    };
  }

  static Style style(Answer.State state) {
    return switch (state) {
      case OPEN -> Style.BAD;
      case UNPROVEN -> Style.WARN;
      case CONTROLLED, PLANNED, ACCEPTED -> Style.GOOD;
    };
  }

  static Style style(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> Style.BAD;
      case WARNING -> Style.WARN;
      case NOTE -> Style.FAINT;
    };
  }

  /** Where it is in the main file of the system, or in which file else; never folded. */
  static Line place(Place place, Checked system) {
    boolean here = place.file().equals(system.assessment().system().file());
    return Line.of().whole(Style.FAINT, here ? "line " + place.line() : at(place));
  }

  /** The places of one thing, {@code lines 11, 12, …}; at most that many. */
  static Line places(List<Place> places, int most, Checked system) {
    String main = system.assessment().system().file();
    if (places.size() == 1 || places.stream().anyMatch(place -> !place.file().equals(main))) {
      return place(places.getFirst(), system);
    }
    String lines = String.join(", ", places.stream().limit(most).map(p -> "" + p.line()).toList());
    return Line.of(Style.FAINT, "lines " + lines + (most < places.size() ? ", …" : ""));
  }

  /** {@code file:line}: the column is for machines. */
  static String at(Place place) {
    return place.file() + ":" + place.line();
  }
}
