package dev.countersign.report.full;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Finding;
import dev.countersign.assess.loss.ThreatLoss;
import dev.countersign.derive.Threat;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.AnswerWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A threat in the register. */
public final class ThreatView {
  private static final int CANDIDATES = 3;

  private final AssessedThreat assessed;
  private final Page page;

  ThreatView(AssessedThreat assessed, Page page) {
    this.assessed = assessed;
    this.page = page;
  }

  /** The page that it stands on. */
  public Page page() {
    return page;
  }

  /** As derived. */
  public Threat threat() {
    return assessed.threat();
  }

  /** Where links to it lead. */
  public String anchor() {
    return Page.anchor(threat().id());
  }

  /** How grave it is. */
  public String severity() {
    return threat().rank().severity().word();
  }

  /** Where it stands, with the day until which that holds. */
  public String state() {
    return AnswerWords.state(assessed.answer());
  }

  /** Where it stands, one word for the filter. */
  public String stateWord() {
    return assessed.answer().state().word();
  }

  /** The class that colours the state. */
  public String tone() {
    return Tone.of(assessed.answer().state());
  }

  /** Whether it needs work. */
  public boolean needsWork() {
    Answer.State state = assessed.answer().state();
    return state == Answer.State.OPEN || state == Answer.State.UNPROVEN;
  }

  /** The threat at which a large register tells what holds for all of this family. */
  public Optional<Threat> toldAt() {
    Threat gravest = page.gravest(threat());
    return page.isLarge() && !gravest.id().equals(threat().id())
        ? Optional.of(gravest)
        : Optional.empty();
  }

  /** The score and what it is made of. */
  public String score() {
    return String.format(Locale.ROOT, "%.0f of 100", threat().rank().score());
  }

  /** What may be lost a year, where amounts are given. */
  public Optional<String> loss() {
    return priced().map(loss -> Amounts.rangeAndMedian(loss.range()));
  }

  /** What the simulation was given. */
  public List<String> lossInputs() {
    return priced().map(ThreatLoss::inputs).orElse(List.of());
  }

  private Optional<ThreatLoss> priced() {
    return Optional.ofNullable(page.assessment().losses().threats().get(threat().id()));
  }

  /** What the file answers. */
  public Optional<String> says() {
    return assessed.answer().resolution().map(AnswerWords::says);
  }

  /** Why that is not enough. */
  public Optional<String> why() {
    return assessed.answer().why();
  }

  /** The controls that the answer names, with what their evidence showed. */
  public List<ControlView> controls() {
    return assessed.answer().controls().stream().map(it -> ControlView.of(it, page)).toList();
  }

  /** What could answer it while nothing does. */
  public List<String> candidates() {
    return assessed.answer().state() == Answer.State.OPEN
        ? page.checked().catalogue().answersTo(threat().family()).stream()
            .limit(CANDIDATES)
            .toList()
        : List.of();
  }

  /** What mends it where it fails the gate. */
  public List<String> next() {
    return page.checked().errorsOf(assessed).stream().map(Finding::next).distinct().toList();
  }

  /** The techniques that apply here. */
  public List<Reference> techniques() {
    return page.references(threat().techniques());
  }

  /** What other catalogues call it. */
  public List<Reference> references() {
    return page.references(threat().family().references());
  }

  /** Where it has happened. */
  public List<PrecedentView> precedents() {
    return threat().precedents().stream()
        .map(it -> new PrecedentView(it, page.reference(it.id())))
        .toList();
  }
}
