package dev.countersign.testing;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.Finding;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Question;
import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.Place;
import dev.countersign.model.SystemInfo;
import dev.countersign.model.SystemModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A checked system made by hand, with an answer of every kind, so that each format can be tested
 * without the engines behind it.
 */
public final class CardFraud {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private final String purpose;

  private CardFraud(String purpose) {
    this.purpose = purpose;
  }

  /** The system as it usually is. */
  public static Checked checked() {
    return new CardFraud("Declines card payments that look fraudulent while the customer waits.")
        .build();
  }

  /** The system with another purpose, for hostile ones. */
  public static Checked withPurpose(String purpose) {
    return new CardFraud(purpose).build();
  }

  private Checked build() {
    List<AssessedThreat> threats = CardFraudThreats.all();
    return new Checked(
        new Assessment(
            system(),
            "sha256:" + "5c".repeat(32),
            TODAY,
            threats,
            questions(),
            controls(),
            findings(),
            Verdict.FAIL,
            Losses.NONE,
            SignOffs.unsigned(system().info())),
        Catalogue.of(
            threats.stream().map(t -> t.threat().family()).distinct().toList(), catalogue()),
        Policy.DEFAULT,
        "sha256:" + "00".repeat(32));
  }

  private SystemModel system() {
    return new SystemModel(
        "countersign.yaml",
        new SystemInfo(
            "card-fraud",
            at(2),
            purpose,
            Optional.of("ml-lead@bank.example"),
            Optional.of("security-lead@bank.example"),
            Optional.of(LocalDate.of(2027, 2, 1))),
        Map.of(
            "anyone", element(ElementKind.ACTOR, "anyone", 1),
            "cardholder", element(ElementKind.ACTOR, "cardholder", 10),
            "merchant", element(ElementKind.ACTOR, "merchant", 11),
            "transactions", element(ElementKind.DATASET, "transactions", 14),
            "fraud-gbt", element(ElementKind.MODEL, "fraud-gbt", 23),
            "scoring-api",
                new Element(
                    ElementKind.COMPONENT,
                    "scoring-api",
                    at(31),
                    Map.of("runs", new Fact(new FactValue.Refs(List.of("fraud-gbt")), at(32)))),
            "decline-payment", element(ElementKind.DECISION, "decline-payment", 38)),
        Map.of(
            "model-signing@fraud-gbt", claim("model-signing", "fraud-gbt", 47),
            "rate-limiting@scoring-api", claim("rate-limiting", "scoring-api", 48)),
        Map.of(),
        Map.of(),
        List.of("countersign.yaml"));
  }

  private static List<Control> catalogue() {
    return List.of(
        control("input-gate", Set.of(ElementKind.COMPONENT, ElementKind.MODEL), "evasion"),
        control("adversarial-training", Set.of(ElementKind.MODEL), "evasion"),
        control("rate-limiting", Set.of(ElementKind.COMPONENT), "denial-of-service", "evasion"),
        control("human-approval", Set.of(ElementKind.DECISION), "evasion"),
        control("label-quality-control", Set.of(ElementKind.DATASET), "label-poisoning"),
        control("model-signing", Set.of(ElementKind.MODEL), "model-tampering"));
  }

  private static Control control(String id, Set<ElementKind> on, String... stops) {
    return new Control(
        id,
        id,
        "What it does.",
        Stage.INFERENCE,
        on,
        List.of(stops),
        List.of("document"),
        List.of());
  }

  private static Map<String, ControlState> controls() {
    return Map.of(
        "model-signing@fraud-gbt",
        new ControlState(
            claim("model-signing", "fraud-gbt", 47),
            List.of(
                new EvidenceResult.Unchecked(
                    "model-signature",
                    "This version of Countersign cannot check evidence of this kind.",
                    "Add a document until a later version can."))),
        "rate-limiting@scoring-api",
        new ControlState(
            claim("rate-limiting", "scoring-api", 48),
            List.of(
                new EvidenceResult.Verified(
                    "document",
                    "evidence/rate-limits.md was reviewed by platform-lead@bank.example and holds"
                        + " until 2027-06-30."))));
  }

  private static List<Question> questions() {
    return List.of(
        new Question(
            new FactRef("scoring-api", "accounts"),
            "Who can get an account for scoring-api?",
            List.of("self-service", "invited", "internal"),
            at(31),
            List.of("account-takeover@scoring-api", "spoofing@scoring-api")),
        new Question(
            new FactRef("transactions", "labels.writers"),
            "Who decides the labels of transactions?",
            List.of("ids of actors or components"),
            at(14),
            List.of("label-poisoning@transactions")));
  }

  private static List<Finding> findings() {
    return List.of(
        finding(
            "open-threat",
            Finding.Severity.ERROR,
            23,
            "Nothing answers evasion@fraud-gbt, which is critical.",
            "Answer it under resolutions.",
            "evasion@fraud-gbt"),
        finding(
            "expired-plan",
            Finding.Severity.ERROR,
            58,
            "The plan for label-poisoning@transactions was due on 2026-10-01.",
            "List the control with its evidence, or plan anew.",
            "label-poisoning@transactions"),
        finding(
            "idle-control",
            Finding.Severity.WARNING,
            49,
            "watermarking@fraud-gbt answers no threat.",
            "Let a threat name it, or remove it.",
            "watermarking@fraud-gbt"));
  }

  private static Finding finding(
      String rule,
      Finding.Severity severity,
      int line,
      String message,
      String next,
      String subject) {
    return new Finding(rule, severity, at(line), message, next, Optional.of(subject));
  }

  private static ControlClaim claim(String control, String element, int line) {
    return new ControlClaim(control, element, at(line), Map.of());
  }

  static Element element(ElementKind kind, String id, int line) {
    return new Element(kind, id, at(line), Map.of());
  }

  static Place at(int line) {
    return new Place("countersign.yaml", line, 3);
  }
}
