package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.CHANNEL;
import static dev.countersign.model.ElementKind.CORPUS;
import static dev.countersign.model.ElementKind.DATASET;
import static dev.countersign.model.ElementKind.MCP_SERVER;
import static dev.countersign.model.ElementKind.MEMORY;
import static dev.countersign.model.ElementKind.STORE;
import static dev.countersign.model.ElementKind.TOOL;
import static dev.countersign.model.language.Grammar.anyOf;
import static dev.countersign.model.language.Grammar.money;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.ref;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.text;
import static dev.countersign.model.language.Grammar.word;

/** The keys of a tool. */
final class Tools {
  private Tools() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(TOOL, "Something that a model can call.")
          .key(
              "effect",
              anyOf(
                  word("read", "returns data of the organisation or the user"),
                  word("fetch", "returns content from outside"),
                  word("write", "changes data"),
                  word("delete", "removes data"),
                  word("send", "sends messages or data to others"),
                  word("spend", "moves money or orders something"),
                  word("execute", "runs code or commands"),
                  word("configure", "changes settings, rights or instructions"),
                  word("actuate", "moves something in the physical world")),
              "What a call does.",
              "What does a call of {id} do: read, write, send, spend, execute?")
          .key(
              "reversible",
              oneOf(
                  word("yes", "a call can be undone"),
                  word("partly", "with effort or loss"),
                  word("no", "never")),
              "Whether a call can be undone.",
              "Can a call of {id} be undone?")
          .key(
              "approval",
              oneOf(
                  word("none", "the model decides alone"),
                  word("above-limit", "a person approves only large or unusual calls"),
                  word("session", "a person approves once, then calls run"),
                  word("each-call", "a person approves each call and sees its arguments")),
              "What a person has to approve.",
              "Does a person approve calls of {id}?")
          .key(
              "authority",
              oneOf(
                  word("caller", "the rights of whoever asked"),
                  word("component", "rights of the component, the same for all"),
                  word("administrator", "more than the component needs")),
              "With whose rights a call runs.",
              "With whose rights do calls of {id} run?")
          .key(
              "reads",
              refs(DATASET, CORPUS, STORE, MEMORY),
              "Data that a call can return.",
              "Which data can a call of {id} return?")
          .source(
              "content-from",
              refs(ACTOR, CHANNEL),
              "Whose text may stand in what a call returns.",
              "Whose text may stand in what {id} returns?")
          .key(
              "recipients",
              oneOf(
                  word("fixed", "always the same place"),
                  word("organisation", "anyone inside"),
                  word("any", "an address that the call names")),
              "Where data can go through it.",
              "Where can {id} send data: to a fixed place, inside only, or anywhere?")
          .key(
              "sensitivity",
              Words.SENSITIVITY,
              "How sensitive what it returns is.",
              "How sensitive is what {id} returns?")
          .key(
              "limit",
              money(),
              "The most that one call may move.",
              "How much may one call of {id} move?")
          .key("origin", Words.ORIGIN_OF_SOFTWARE, "Who made it.", "Who made {id}?")
          .note("supplier", text(), "Who supplies it.")
          .key(
              "updates",
              Words.UPDATES,
              "How new versions arrive.",
              "How do new versions of {id} arrive?")
          .key("server", ref(MCP_SERVER), "The MCP server that offers it, if one does.", "")
          .build();
}
