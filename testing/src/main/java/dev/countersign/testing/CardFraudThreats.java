package dev.countersign.testing;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Rank;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Effort;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Harm;
import dev.countersign.knowledge.Precedent;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Resolution;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The threats of {@link CardFraud}, with an answer of every kind. */
final class CardFraudThreats {
  private CardFraudThreats() {}

  static List<AssessedThreat> all() {
    return List.of(
        new AssessedThreat(
            threat(
                evasion(),
                "fraud-gbt",
                1,
                Severity.CRITICAL,
                82,
                List.of("anyone", "scoring-api", "fraud-gbt"),
                "Cardholder and merchant choose what scoring-api puts before fraud-gbt.",
                "Its score triggers decline-payment without a person, 1,200,000 times a day, and"
                    + " cardholder gains when a fraudulent payment goes through.",
                "A third reason that only --all shows."),
            open()),
        new AssessedThreat(
            threat(
                family("label-poisoning", "Label poisoning", Stage.DATA_COLLECTION),
                "transactions",
                2,
                Severity.HIGH,
                61,
                List.of("cardholder", "transactions"),
                "Cardholder decides labels of transactions by disputing payments."),
            new Answer(
                State.OPEN,
                Optional.of(
                    new Resolution.Planned(
                        "label-poisoning@transactions",
                        CardFraud.at(58),
                        Optional.of("label-quality-control@transactions"),
                        Optional.of("fraud-ops"),
                        Optional.of(LocalDate.of(2026, 10, 1)),
                        Optional.of("RISK-198"))),
                Optional.of("The plan was due on 2026-10-01 and the control is not there."),
                List.of())),
        new AssessedThreat(
            threat(
                family("model-extraction", "Model extraction by querying", Stage.INFERENCE),
                "fraud-gbt",
                3,
                Severity.HIGH,
                55,
                List.of("cardholder", "scoring-api", "fraud-gbt"),
                "Cardholder can send fraud-gbt as many queries as they like."),
            new Answer(
                State.PLANNED,
                Optional.of(
                    new Resolution.Planned(
                        "model-extraction@fraud-gbt",
                        CardFraud.at(60),
                        Optional.of("inference-monitoring@scoring-api"),
                        Optional.of("platform"),
                        Optional.of(LocalDate.of(2027, 1, 15)),
                        Optional.of("RISK-204"))),
                Optional.empty(),
                List.of())),
        new AssessedThreat(
            threat(
                family("model-tampering", "Replaced model artefact", Stage.MODEL_STORAGE),
                "fraud-gbt",
                4,
                Severity.MEDIUM,
                38,
                List.of("supplier of fraud-gbt", "fraud-gbt"),
                "Nothing shows that the artefact in use is the one that was released."),
            new Answer(
                State.UNPROVEN,
                Optional.of(
                    new Resolution.ByControl(
                        "model-tampering@fraud-gbt",
                        CardFraud.at(62),
                        List.of("model-signing@fraud-gbt"))),
                Optional.of("model-signing@fraud-gbt is not proven."),
                List.of())),
        new AssessedThreat(
            threat(
                family("membership-inference", "Membership inference", Stage.INFERENCE),
                "fraud-gbt",
                5,
                Severity.MEDIUM,
                30,
                List.of("cardholder", "scoring-api", "fraud-gbt"),
                "Cardholder sees scores of fraud-gbt, which is trained on personal data."),
            new Answer(
                State.ACCEPTED,
                Optional.of(
                    new Resolution.Accepted(
                        "membership-inference@fraud-gbt",
                        CardFraud.at(64),
                        Optional.of("Model Risk Committee"),
                        Optional.of(LocalDate.of(2027, 6, 30)),
                        Optional.of("Cardholders know that they are customers."),
                        Optional.of("MRC-2026-14"))),
                Optional.empty(),
                List.of())),
        new AssessedThreat(
            threat(
                family("denial-of-service", "Exhausted capacity", Stage.INFERENCE),
                "scoring-api",
                6,
                Severity.LOW,
                11,
                List.of("merchant", "scoring-api"),
                "Merchant can send many requests."),
            new Answer(
                State.CONTROLLED,
                Optional.of(
                    new Resolution.ByControl(
                        "denial-of-service@scoring-api",
                        CardFraud.at(66),
                        List.of("rate-limiting@scoring-api"))),
                Optional.empty(),
                List.of())));
  }

  private static Threat threat(
      Family family,
      String element,
      int position,
      Severity severity,
      double score,
      List<String> path,
      String... because) {
    return new Threat(
        family,
        CardFraud.element(family.on(), element, element.equals("transactions") ? 14 : 23),
        List.of(),
        family.techniques(),
        List.of(because),
        path,
        List.of(new FactRef("fraud-gbt", "exposes"), new FactRef("scoring-api", "callers")),
        List.of("decline-payment"),
        new Rank(
            position,
            severity,
            score,
            0.8,
            score / 100,
            List.of("decline-payment happens by itself", "anyone can start it")),
        family.precedents());
  }

  private static Family evasion() {
    return new Family(
        "evasion",
        "core",
        "Evasion by crafted inputs",
        "An attacker changes an input a little so that the model gets it wrong.",
        Stage.INFERENCE,
        ElementKind.MODEL,
        false,
        Effort.MEDIUM,
        Harm.INTEGRITY,
        "true",
        List.of("AML.T0043", "AML.T0015"),
        List.of("NISTAML.022", "NISTAML.025", "ML01:2023", "AIX:evasion", "AIA:15(5)-adversarial"),
        List.of("input-gate", "adversarial-training", "rate-limiting", "human-approval"),
        List.of(
            new Precedent("AML.CS0010", "Microsoft Azure Service Disruption", false),
            new Precedent("AML.CS0008", "ProofPoint Evasion", false)));
  }

  private static Family family(String id, String title, Stage stage) {
    ElementKind on = stage == Stage.DATA_COLLECTION ? ElementKind.DATASET : ElementKind.MODEL;
    return new Family(
        id,
        "core",
        title,
        title + ", explained in a sentence.",
        stage,
        id.equals("denial-of-service") ? ElementKind.COMPONENT : on,
        id.equals("denial-of-service"),
        Effort.LOW,
        Harm.INTEGRITY,
        "true",
        List.of("AML.T0020"),
        List.of("NISTAML.013"),
        List.of("input-gate", "model-signing"),
        List.of(new Precedent("AML.CS0005", "Attack on Machine Translation Services", true)));
  }

  private static Answer open() {
    return new Answer(State.OPEN, Optional.empty(), Optional.empty(), List.of());
  }
}
