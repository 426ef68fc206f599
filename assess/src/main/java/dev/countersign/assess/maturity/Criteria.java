package dev.countersign.assess.maturity;

import static dev.countersign.assess.maturity.Level.ADVANCED;
import static dev.countersign.assess.maturity.Level.APPLIED;
import static dev.countersign.assess.maturity.Level.FOUNDATIONAL;
import static dev.countersign.assess.maturity.Level.STRATEGIC;
import static dev.countersign.assess.maturity.Work.DAYS;
import static dev.countersign.assess.maturity.Work.HOURS;
import static dev.countersign.assess.maturity.Work.MINUTES;
import static dev.countersign.assess.maturity.Work.WEEKS;

import java.util.List;

/** Every criterion of maturity: the one place where they are declared, level by level. */
public final class Criteria {
  /** All of them, lower levels first. */
  public static final List<Criterion> ALL =
      List.of(
          new Criterion(
              "described",
              FOUNDATIONAL,
              HOURS,
              "A threat model says who acts, which models there are and what follows from them.",
              "The file reads without an error and declares at least one actor, one model, and one"
                  + " output or decision.",
              ModelTests::described),
          new Criterion(
              "leads",
              FOUNDATIONAL,
              MINUTES,
              "Two people answer for it: one for the model, one for security.",
              "system names an ml-lead and a security-lead, and they are not the same.",
              ModelTests::leads),
          new Criterion(
              "current",
              FOUNDATIONAL,
              MINUTES,
              "The day of the next review is set and has not passed.",
              "next-checkpoint of system is no earlier than the day of the verdict.",
              ModelTests::current),
          new Criterion(
              "critical-answered",
              FOUNDATIONAL,
              DAYS,
              "Every critical threat has an answer that holds.",
              "No threat of rank critical is open or unproven. Expired answers do not count.",
              AnswerTests::critical),
          new Criterion(
              "gate",
              APPLIED,
              DAYS,
              "The check passes, and high threats would fail it.",
              "The verdict is pass under a gate that is no softer than high.",
              AnswerTests::gate),
          new Criterion(
              "in-ci",
              APPLIED,
              MINUTES,
              "Every change meets the check in CI.",
              "The configuration of GitHub Actions, GitLab CI, Azure Pipelines, Bitbucket, CircleCI,"
                  + " Woodpecker or Jenkins in the same repository calls Countersign outside of a"
                  + " comment. That the job covers this system and may not be skipped is not seen.",
              TraceTests::ci),
          new Criterion(
              "answered",
              APPLIED,
              HOURS,
              "Every threat of medium rank or above has an answer that holds.",
              "No threat of rank medium, high or critical is open or unproven.",
              AnswerTests::answered),
          new Criterion(
              "questions",
              APPLIED,
              MINUTES,
              "Nothing unknown decides whether there is a threat.",
              "Derivation leaves no question.",
              ModelTests::questions),
          new Criterion(
              "on-time",
              APPLIED,
              HOURS,
              "Nothing that had a day is past it.",
              "No plan, accepted risk, evidence, assumption, exemption or review is overdue.",
              AnswerTests::onTime),
          new Criterion(
              "proven",
              ADVANCED,
              DAYS,
              "Every control that is claimed is proven.",
              "At least one control is claimed, and the evidence of each verifies today.",
              ProofTests::proven),
          new Criterion(
              "artefacts-signed",
              ADVANCED,
              HOURS,
              "The weights of every model are signed, and the signatures verify.",
              "Each model that is not hosted by others has the control model-signing with evidence of"
                  + " kind model-signature that verifies; a document about signing does not do.",
              ProofTests::artefacts),
          new Criterion(
              "monitored",
              ADVANCED,
              DAYS,
              "Whatever runs a model is watched.",
              "Each component that runs a model, or that model, has a proven control"
                  + " inference-monitoring or drift-monitoring.",
              ProofTests::monitored),
          new Criterion(
              "tested",
              ADVANCED,
              DAYS,
              "Every model was tested against attacks before its release.",
              "Each model, or a component that runs it, has a proven control behaviour-testing,"
                  + " release-gate or red-teaming.",
              ProofTests::tested),
          new Criterion(
              "unexempted",
              ADVANCED,
              DAYS,
              "No exemption hides a finding.",
              "The policy exempts nothing of this system today.",
              AnswerTests::unexempted),
          new Criterion(
              "review-year",
              ADVANCED,
              MINUTES,
              "It is reviewed at least once a year.",
              "next-checkpoint is at most 366 days after the day of the verdict.",
              ModelTests::yearly),
          new Criterion(
              "owned",
              ADVANCED,
              MINUTES,
              "A change of the threat model needs the consent of its owners.",
              "The last matching line of CODEOWNERS gives the file at least one owner. That the host"
                  + " enforces it is not seen.",
              TraceTests::owned),
          new Criterion(
              "signed-off",
              ADVANCED,
              MINUTES,
              "ML lead and security lead have signed the model as it is now.",
              "Both signatures are there and neither is void.",
              ModelTests::signed),
          new Criterion(
              "priced",
              STRATEGIC,
              HOURS,
              "What wrong decisions cost is known in money.",
              "There is a decision, and every one gives if-wrong.financial and, where that is for each"
                  + " decision, its volume.",
              ModelTests::priced),
          new Criterion(
              "policy",
              STRATEGIC,
              HOURS,
              "The organisation says what it asks of all its systems.",
              "A countersign-policy.yaml governs the system, with a gate no softer than high.",
              AnswerTests::policy),
          new Criterion(
              "incident-response",
              STRATEGIC,
              DAYS,
              "Incidents are handled by a rehearsed plan and change the model.",
              "A control incident-response of this system is proven.",
              ProofTests::incidents),
          new Criterion(
              "revalidation",
              STRATEGIC,
              DAYS,
              "What changes after release is validated again before it counts.",
              "A control revalidation of this system is proven.",
              ProofTests::revalidation),
          new Criterion(
              "everything-answered",
              STRATEGIC,
              DAYS,
              "Every threat of any rank has an answer that holds and is proven.",
              "No threat is open or unproven.",
              AnswerTests::everything),
          new Criterion(
              "red-team",
              STRATEGIC,
              WEEKS,
              "People attack the system on purpose, and what they find changes it.",
              "A control red-teaming of this system is proven by a report that has not expired.",
              ProofTests::redTeam));

  private Criteria() {}
}
