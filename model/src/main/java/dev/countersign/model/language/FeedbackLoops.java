package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.CORPUS;
import static dev.countersign.model.ElementKind.DATASET;
import static dev.countersign.model.ElementKind.DECISION;
import static dev.countersign.model.ElementKind.FEEDBACK_LOOP;
import static dev.countersign.model.ElementKind.MEMORY;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.OUTPUT;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.yesNo;

/** The keys of a feedback loop. */
final class FeedbackLoops {
  private FeedbackLoops() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(
              FEEDBACK_LOOP,
              "A way for what happened after deployment to become training data or context.")
          .required(
              "from",
              refs(ACTOR, OUTPUT, DECISION, COMPONENT, MODEL),
              "Where what is fed back arises: ratings of actors, outputs, effects of decisions.")
          .required("into", refs(DATASET, MODEL, CORPUS, MEMORY), "What it becomes part of.")
          .key(
              "admission",
              Words.ADMISSION,
              "What stands between what happened and its use.",
              "Who or what looks at {id} before it is used?")
          .key(
              "explores",
              yesNo(),
              "Whether outcomes are also observed where the model advised otherwise (a random share, a control group).",
              "Does {id} also observe what would have happened without the model (a control group)?")
          .build();
}
