package dev.countersign.cli.explain;

import java.util.List;
import java.util.Optional;

/**
 * What a class of findings means and why it matters. The assessment says what is wrong in a case;
 * this says it in general.
 *
 * @param id stable name, as in JSON and SARIF
 * @param meaning two or three sentences
 */
public record FindingRule(String id, String meaning) {
  private static final List<FindingRule> ALL =
      List.of(
          rule(
              "open-threat",
              "A threat derives and nothing answers it. Every threat needs exactly one answer under"
                  + " resolutions: a control, a planned control, an acceptance by a body that may"
                  + " accept it, or a change of the design."),
          rule(
              "unproven-control",
              "A threat is answered by a control whose evidence does not verify today. A control"
                  + " counts only with proof: a box that is ticked stops nobody."),
          rule(
              "trust-changed-with-statement",
              "Evidence or a sign-off holds because the trust policy admits whoever signed it, and"
                  + " the rule or key that admits them came with the same change. Whoever made that"
                  + " change could have admitted themselves: let somebody else review the trust"
                  + " policy in a change of its own."),
          rule(
              "open-incident",
              "A monitor over a model's requests has seen something that speaks for one of the"
                  + " threats of this system, and says so in its signed heartbeat. Look into it by"
                  + " the alerts of that id. What was looked into is exempted by its name in the"
                  + " policy, with a reason; it is told of for 30 days."),
          rule(
              "conflicting-answers",
              "Several elements share one threat and have different answers to it. Keep the one"
                  + " that is true for all of them."),
          rule(
              "incomplete-answer",
              "An answer lacks something that makes it an answer: a plan needs control, owner, day"
                  + " and ticket; an acceptance needs body, day, reason and record."),
          rule(
              "overdue-plan",
              "A planned control should be there by now. A plan whose day has passed is no answer:"
                  + " list the control with its evidence, or plan anew with a reason."),
          rule(
              "plan-not-allowed",
              "The policy does not let a threat of this rank wait so long for its control."),
          rule(
              "plan-not-enough",
              "The policy does not take a plan for a threat of this rank: it has to be answered"
                  + " now."),
          rule(
              "expired-acceptance",
              "A body accepted the risk until a day that has passed. Ask it again, with what is"
                  + " known now."),
          rule(
              "acceptance-not-allowed",
              "The policy does not let this body accept a threat of this rank, or not for so"
                  + " long."),
          rule(
              "not-designed-out",
              "An answer says that the design has changed so that the threat is gone, but it still"
                  + " derives from the facts in the file. Either a fact is out of date or the"
                  + " change does not do what it should."),
          rule(
              "wrong-control",
              "An answer names a control that does not stop this family of attacks. See"
                  + " countersign explain FAMILY for those that do."),
          rule(
              "unclaimed-control",
              "An answer names a control that stands nowhere under controls, so there is no"
                  + " evidence to verify."),
          rule("unknown-control", "The control catalogue has no control of this id."),
          rule("unknown-element", "An id names no element of this system."),
          rule("unknown-family", "No rule pack has a family of this id."),
          rule(
              "misplaced-control",
              "A control is placed on a kind of element that it cannot act on."),
          rule(
              "unmodelled-component",
              "check --discover looked through the folder of the threat model and found something"
                  + " that uses or makes machine learning and of which no element speaks, by its"
                  + " files or by its name. Threats to it cannot derive."),
          rule(
              "vanished-element",
              "check --discover found neither the files that an element names nor, for a hosted"
                  + " model or an MCP server, any file that mentions it. What is gone needs no"
                  + " answers; what moved has evidence about other bytes."),
          rule(
              "distant-control",
              "An answer names a control that is placed away from the threat: neither on its"
                  + " elements nor on its way. Check that it really stands between attacker and"
                  + " target."),
          rule(
              "idle-control",
              "A control that is claimed answers no threat. Let a threat name it, or remove it: a"
                  + " list with idle entries is read by nobody."),
          rule(
              "dead-answer",
              "An answer is for a threat that does not derive. Perhaps a fact changed: remove the"
                  + " answer, or say that the threat was designed out."),
          rule(
              "undecided-threat",
              "An answer is for a threat of which a missing fact decides whether it derives. Answer"
                  + " the question first."),
          rule(
              "policy-control",
              "A requirement of the policy itself is wrong: it names a control that does not exist,"
                  + " or a kind of element on which it cannot be placed."),
          rule(
              "required-control",
              "The policy requires a control on this element, whatever derives, and it is missing"
                  + " or not proven."),
          rule(
              "open-questions",
              "More questions are open than the policy allows. A verdict on facts that nobody knows"
                  + " is worth little."),
          rule(
              "dead-exemption",
              "An exemption of the policy is for something that does not occur. Remove it, so that"
                  + " it cannot hide something later."),
          rule(
              "expired-exemption",
              "An exemption of the policy has passed its day and hides nothing any more."),
          rule(
              "placeholder",
              "The purpose is still the sentence that countersign init writes into a draft. Whoever"
                  + " signs has to read what the system is for."),
          rule(
              "nothing-to-judge",
              "The file declares no model and no component, so no threat can derive from it. That"
                  + " it has none says nothing about the system: describe it first."),
          rule(
              "missing-checkpoint",
              "The system has no next-checkpoint. A threat model that nobody looks at again is soon"
                  + " wrong."),
          rule(
              "missed-checkpoint",
              "The day by which the threat model was to be reviewed has passed."),
          rule(
              "missing-lead",
              "The system names no ML lead or no security lead. Two people answer for a threat"
                  + " model."),
          rule(
              "same-lead",
              "ML lead and security lead are the same person. Two roles sign so that one does not"
                  + " mark their own work."),
          rule(
              "missing-sign-off",
              "The policy requires that somebody signs the threat model in this role, and nobody"
                  + " has. Whose signature counts says countersign-trust.yaml."),
          rule(
              "void-sign-off",
              "Somebody signed, and something that the signed answers stand on has changed since: a"
                  + " fact, a rule, evidence, the bytes of a model or dataset, a day. Only what is"
                  + " void needs a new signature."),
          rule(
              "incomplete-sign-off",
              "Somebody signed, and since then threats, questions or assumptions have come that"
                  + " nobody has signed in this role."),
          rule(
              "refused-sign-off",
              "A file among the sign-offs proves nothing: it is malformed, about another system, of"
                  + " the future, or signed by somebody whom the trust policy does not let speak in"
                  + " that role."),
          rule(
              "same-signer",
              "One person signed in more than one role. The second signature is worth something"
                  + " only from somebody else."),
          rule(
              "incomplete-assumption",
              "An assumption lacks an owner or a last day. Without them it is a hope."),
          rule(
              "expired-assumption",
              "An assumption has passed its last day and has to be looked at again."));

  /** All classes. */
  public static List<FindingRule> all() {
    return ALL;
  }

  /** The class of that id. */
  public static Optional<FindingRule> of(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private static FindingRule rule(String id, String meaning) {
    return new FindingRule(id, meaning);
  }
}
