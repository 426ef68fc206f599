package dev.countersign.cli.text;

import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.report.words.SignedWords;
import dev.countersign.report.words.Words;

/** Who signed and what that is worth; nothing where nobody signed and nobody asks for it. */
final class SignedLines {
  private SignedLines() {}

  static void write(Page page, int indent, SignOffs signOffs) {
    if (signOffs.any() || signOffs.roles().stream().anyMatch(SignOff::required)) {
      signOffs.roles().forEach(signOff -> page.line(indent, line(signOff)));
    }
  }

  private static Line line(SignOff signOff) {
    Line line = Line.of(signOff.title() + ": ");
    return switch (signOff.state()) {
      case SignOff.State.Unsigned _ -> line.add(Style.WARN, "not signed");
      case SignOff.State.Signed signed ->
          line.add(Style.GOOD, "signed").add(" by " + signed.by() + " on " + signed.on());
      case SignOff.State.Void gone ->
          line.add(Style.BAD, "void in part")
              .add(", signed by " + gone.by() + " on " + gone.on() + "; ")
              .add(Words.and(SignedWords.lost(gone)) + ", " + SignedWords.left(gone));
    };
  }
}
