package dev.countersign.report.full;

import dev.countersign.assess.ControlState;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.assess.placed.PlacedControl;
import dev.countersign.knowledge.Control;
import dev.countersign.report.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * A control with what it does and what its evidence showed.
 *
 * @param id {@code control@element}
 * @param title its name in the catalogue, or its id where the catalogue has none
 * @param does what it is and what it stops
 * @param state the word
 * @param tone the class that colours the state
 * @param note why it is not proven, or who builds it until when
 * @param evidence one for each piece
 * @param threats those that it answers or could answer
 * @param yaml the lines to add, each without its line end
 * @param proof kinds of evidence that could prove it
 */
public record ControlView(
    String id,
    String title,
    Optional<String> does,
    String state,
    String tone,
    Optional<String> note,
    List<EvidenceView> evidence,
    List<Line> threats,
    List<String> yaml,
    List<String> proof) {
  private static final String DOCUMENT = "document";

  /**
   * A piece of evidence.
   *
   * @param kind of evidence
   * @param detail what was found
   * @param next what mends it; empty where it verified
   */
  public record EvidenceView(String kind, String detail, Optional<String> next) {
    static EvidenceView of(EvidenceResult result) {
      return switch (result) {
        case EvidenceResult.Verified ok ->
            new EvidenceView(ok.kind(), ok.detail(), Optional.empty());
        case EvidenceResult.Refuted bad ->
            new EvidenceView(bad.kind(), bad.detail(), Optional.of(bad.next()));
        case EvidenceResult.Unchecked none ->
            new EvidenceView(none.kind(), none.detail(), Optional.of(none.next()));
      };
    }
  }

  /** Whether it counts. */
  public boolean proven() {
    return tone.equals(Tone.of(PlacedControl.State.PROVEN));
  }

  /** Whether somebody still has to put it in place. */
  public boolean toSetUp() {
    return tone.equals(Tone.of(PlacedControl.State.MISSING))
        || tone.equals(Tone.of(PlacedControl.State.PLANNED));
  }

  /** What has to be shown for it to count, a sentence for each kind of evidence it can have. */
  public String counts() {
    List<String> others = proof.stream().filter(kind -> !kind.equals(DOCUMENT)).toList();
    String document =
        proof.contains(DOCUMENT)
            ? "a file in the repository describes it, and a named person has reviewed exactly"
                + " that file and answers for it until a day (document)."
            : "";
    return others.isEmpty()
        ? document
        : (document.isEmpty()
                ? "it is shown by "
                : document + " Other evidence that can be named: ")
            + Words.or(others)
            + ".";
  }

  static ControlView of(ControlState control, Page page) {
    PlacedControl.State state =
        control.proven() ? PlacedControl.State.PROVEN : PlacedControl.State.UNPROVEN;
    return of(
        new PlacedControl(
            control.claim().control(),
            control.claim().element(),
            state,
            control.doubt(),
            List.of(),
            Optional.empty()),
        page);
  }

  static ControlView of(PlacedControl control, Page page) {
    Optional<Control> known = page.checked().catalogue().control(control.control());
    return new ControlView(
        control.id(),
        known.map(Control::title).orElse(control.control()),
        known.map(Control::does),
        control.state().word(),
        Tone.of(control.state()),
        control.note(),
        evidence(control, page),
        page.lines(control.threats()),
        control.add().map(Page::yaml).orElse(List.of()),
        known.map(Control::evidence).orElse(List.of()));
  }

  private static List<EvidenceView> evidence(PlacedControl control, Page page) {
    return Optional.ofNullable(page.assessment().controls().get(control.id()))
        .map(state -> state.results().stream().map(EvidenceView::of).toList())
        .orElse(List.of());
  }
}
