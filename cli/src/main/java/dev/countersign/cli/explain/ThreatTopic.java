package dev.countersign.cli.explain;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Finding;
import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.loss.ThreatLoss;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.text.TextReport;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Control;
import dev.countersign.report.words.Amounts;
import java.util.List;
import java.util.stream.Stream;

/** A threat to a system at hand. */
record ThreatTopic(AssessedThreat assessed, Checked system, Sources sources) implements Topic {
  @Override
  public void write(Sheet sheet) {
    Threat threat = assessed.threat();
    sheet.title(threat.id(), "a threat to " + system.id(), threat.family().title());
    sheet.text(threat.family().explanation());
    TextReport.threat(sheet.page(), system, assessed);
    facts(sheet, threat.facts());
    loss(sheet, threat.id());
    errors(sheet);
    if (assessed.answer().state() != Answer.State.CONTROLLED) {
      controls(sheet, threat);
      answers(sheet, threat);
    }
    FamilyTopic.precedents(sheet, threat.precedents());
    new References(sources).write(sheet, references(threat));
  }

  private static List<String> references(Threat threat) {
    return Stream.concat(threat.techniques().stream(), threat.family().references().stream())
        .toList();
  }

  private void facts(Sheet sheet, List<FactRef> facts) {
    if (facts.isEmpty()) {
      return;
    }
    sheet.heading("Because of these facts");
    for (FactRef fact : facts) {
      sheet.item(fact.toString(), FactText.of(fact, system.assessment().system()));
    }
  }

  private void loss(Sheet sheet, String id) {
    Losses losses = system.assessment().losses();
    ThreatLoss loss = losses.threats().get(id);
    if (loss == null) {
      losses.whyUnpriced(id).ifPresent(why -> ranked(sheet, why));
      return;
    }
    sheet
        .heading("What it may cost a year")
        .item(Line.of(Amounts.rangeAndMedian(loss.range())))
        .below("average " + Amounts.of(loss.range().mean(), loss.range().currency()));
    loss.inputs().forEach(input -> sheet.item(Line.of(input)));
    sheet.item(Line.of("Method and priors: docs/loss.md. " + losses.years() + " simulated years."));
  }

  private static void ranked(Sheet sheet, String why) {
    sheet.heading("What it may cost a year").item(Line.of("Ranked, not priced. " + why));
  }

  private void errors(Sheet sheet) {
    List<Finding> errors = system.errorsOf(assessed);
    if (!errors.isEmpty()) {
      sheet.heading("Why it fails the gate");
      errors.forEach(error -> sheet.item(error.rule(), error.message() + " " + error.next()));
    }
  }

  private void controls(Sheet sheet, Threat threat) {
    sheet.heading("What could answer it");
    for (String id : system.catalogue().answersTo(threat.family())) {
      sheet.item(id, system.catalogue().control(id).map(Control::does).orElse(""));
    }
  }

  private static void answers(Sheet sheet, Threat threat) {
    sheet
        .heading("How to answer it: one of these, under resolutions")
        .code(threat.id() + ": { control: CONTROL@ELEMENT }")
        .code(threat.id() + ":")
        .code("  planned: { control: CONTROL@ELEMENT, owner: …, by: DATE, ticket: … }")
        .code(threat.id() + ":")
        .code("  accepted: { by: BODY, until: DATE, reason: …, record: … }")
        .code(threat.id() + ":")
        .code("  designed-out: { change: …, reference: … }");
  }
}
