package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.CHANNEL;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.DATASET;
import static dev.countersign.model.ElementKind.DECISION;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.OUTPUT;
import static dev.countersign.model.ElementKind.STORE;
import static dev.countersign.model.language.Grammar.files;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.ref;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.text;
import static dev.countersign.model.language.Grammar.word;
import static dev.countersign.model.language.Grammar.yesNo;

/** The keys of a dataset. */
final class Datasets {
  private Datasets() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(DATASET, "Data that a model is trained, tuned or evaluated on.")
          .key(
              "origin",
              oneOf(
                  word("first-party", "collected by the organisation itself"),
                  word("production-logs", "recorded from the running system"),
                  word("user-submitted", "sent in by people who use a product"),
                  word("purchased", "bought from or labelled by a supplier"),
                  word("partner", "shared by another organisation"),
                  word("crowdsourced", "made by many people outside the organisation"),
                  word("public", "a published dataset"),
                  word("scraped", "collected from public pages"),
                  word("linked", "a list of addresses whose content is fetched at training time"),
                  word("synthetic", "made by a program or a model")),
              "Where its items come from.",
              "Where do the items of {id} come from?")
          .source(
              "writers",
              refs(ACTOR, COMPONENT, OUTPUT, DECISION, CHANNEL),
              "Who or what can add items or change them before they are used.",
              "Who can add items to {id} or change them?")
          .key(
              "labels.from",
              text(),
              "What the labels are taken from, for people who read the report.",
              "")
          .source(
              "labels.writers",
              refs(ACTOR, COMPONENT, MODEL, DECISION),
              "Who or what decides the labels.",
              "Who decides the labels of {id}?")
          .key(
              "role",
              oneOf(
                  word("training", "items that weights are learnt from"),
                  word("fine-tuning", "items that adapt a finished model"),
                  word("preferences", "ratings or comparisons that reward a model"),
                  word("evaluation", "items that decide whether a version is released"),
                  word("reference", "items that the model looks up, such as enrolled identities")),
              "What it is used for; training, if left out and a model names it in trained-on.",
              "")
          .key(
              "sensitivity",
              Words.SENSITIVITY,
              "How harmful its disclosure is.",
              "How sensitive is {id}?")
          .key("stored", ref(STORE), "Where it is kept.", "In which store is {id} kept?")
          .key(
              "admission",
              Words.ADMISSION,
              "What stands between a new item and its use.",
              "Who or what looks at new items before {id} is used?")
          .key(
              "pinned",
              yesNo(),
              "Whether its content is fixed by a digest that is checked before use.",
              "Is the content of {id} fixed by a digest that is checked before use?")
          .key("derived-from", refs(DATASET), "Datasets that it is made from.", "")
          .note("supplier", text(), "Who supplies it.")
          .note("files", files(), "Where its files are, relative to this file.")
          .build();
}
