package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.CHANNEL;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.OUTPUT;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.word;
import static dev.countersign.model.language.Grammar.yesNo;

/** The keys of an input channel. */
final class Channels {
  private Channels() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(
              CHANNEL,
              "A way for content to reach a component without a call: mail, web pages, files, cameras.")
          .key(
              "medium",
              oneOf(
                  word("email", "messages"),
                  word("chat", "messages in a group or ticket"),
                  word("document", "files with text"),
                  word("web", "pages that are fetched"),
                  word("code", "repositories, issues, pull requests"),
                  word("file", "files of any kind, such as programs"),
                  word("image", "pictures that somebody sends"),
                  word("camera", "a camera in a place"),
                  word("microphone", "a microphone in a place or a call"),
                  word("sensor", "another sensor in a place"),
                  word("telemetry", "measurements from programs or devices")),
              "What arrives.",
              "What arrives through {id}: mail, documents, pictures of a place?")
          .source(
              "writers",
              refs(ACTOR, COMPONENT, OUTPUT),
              "Who can make content arrive, or stand before the sensor.",
              "Who can make content arrive through {id}?")
          .key(
              "starts-run",
              yesNo(),
              "Whether what arrives starts the component by itself.",
              "Does something that arrives through {id} start a run by itself?")
          .build();
}
