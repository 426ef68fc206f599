package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.CHANNEL;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.CORPUS;
import static dev.countersign.model.ElementKind.DATASET;
import static dev.countersign.model.ElementKind.MEMORY;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.PROMPT;
import static dev.countersign.model.ElementKind.TOOL;
import static dev.countersign.model.ElementKind.ZONE;
import static dev.countersign.model.language.Grammar.anyOf;
import static dev.countersign.model.language.Grammar.count;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.rate;
import static dev.countersign.model.language.Grammar.ref;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.word;
import static dev.countersign.model.language.Grammar.yesNo;

/** The keys of a component. */
final class Components {
  private Components() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(
              COMPONENT, "A running part: a service, an app, an agent, a device, a training job.")
          .key("runs", refs(MODEL), "Models that it runs or calls.", "Which models does {id} run?")
          .key("zone", ref(ZONE), "The trust zone it is in.", "In which zone is {id}?")
          .source(
              "callers",
              refs(ACTOR, COMPONENT, CHANNEL),
              "Who can send it requests.",
              "Who can send requests to {id}?")
          .key(
              "interface",
              anyOf(
                  word("api", "programs call it"),
                  word("app", "people use it through a web page, an app or a chat"),
                  word("device", "it runs on a device that others hold"),
                  word("embedded", "it is a step inside another component"),
                  word("job", "it runs by a schedule")),
              "How it is reached.",
              "How is {id} reached: as an API, an app, on a device?")
          .key(
              "authentication",
              Words.AUTHENTICATION,
              "How callers prove who they are.",
              "How do callers of {id} prove who they are?")
          .key(
              "accounts",
              oneOf(
                  word("self-service", "anyone can open one"),
                  word("invited", "the organisation opens them"),
                  word("internal", "only staff have one")),
              "Who can get an account or a key.",
              "Who can get an account for {id}?")
          .key(
              "rate-limit",
              rate(),
              "How many requests one caller may send.",
              "How many requests may one caller send to {id}?")
          .key(
              "metered",
              yesNo(),
              "Whether each request costs the organisation money or scarce hardware.",
              "Does each request to {id} cost money or scarce hardware?")
          .key(
              "reads",
              refs(CHANNEL, DATASET, CORPUS),
              "Input channels whose content it puts before the model.",
              "What does {id} read besides what callers send: mail, web pages, files, cameras?")
          .key(
              "prompts",
              refs(PROMPT),
              "Prompts and other hidden context that it gives to the model.",
              "Which system prompt or other hidden context does {id} give to its model?")
          .key(
              "retrieves",
              refs(CORPUS),
              "Corpora that it searches for context.",
              "Which documents does {id} search for context?")
          .key(
              "remembers",
              refs(MEMORY),
              "Memories that it writes and reads.",
              "What does {id} remember from one turn or session to the next?")
          .key(
              "uses",
              refs(TOOL),
              "Tools that the model can call through it.",
              "Which tools can the model in {id} call?")
          .key(
              "renders",
              anyOf(
                  word("plain-text", "no markup"),
                  word("markdown", "links and images become live"),
                  word("html", "markup from the model is shown"),
                  word("citations", "references that people take as proof"),
                  word("terminal", "control sequences reach a terminal")),
              "How it shows model output to people.",
              "How does {id} show model output: as plain text, Markdown, HTML, with citations?")
          .key(
              "executes",
              oneOf(
                  word("nothing", "output is never run"),
                  word("sandboxed", "code from the model runs without network or secrets"),
                  word("host", "code from the model runs with the rights of this component")),
              "Whether code or commands from the model are run.",
              "Does {id} run code or commands that the model writes?")
          .key(
              "acts-as",
              oneOf(
                  word("caller", "with the rights of whoever asks"),
                  word("service", "with rights of its own, the same for all"),
                  word("owner", "with all rights of the person it belongs to")),
              "Whose rights it uses for tools and data.",
              "With whose rights does {id} use tools and data?")
          .key(
              "credentials",
              oneOf(
                  word("none", "it holds none"),
                  word("vault", "handed out for one call at a time, out of reach of the model"),
                  word("environment", "in the environment or files of its process"),
                  word("context", "in prompts, memory or documents that the model reads")),
              "Where the keys it needs are.",
              "Where are the keys that {id} needs?")
          .source(
              "configured-by",
              refs(ACTOR, COMPONENT, TOOL),
              "Who or what can change its instructions, approvals or tools; itself, if it can.",
              "Who or what can change the instructions, approvals or tools of {id} - can it do so itself?")
          .key(
              "starts",
              anyOf(
                  word("request", "when a caller asks"),
                  word("event", "when something arrives"),
                  word("schedule", "by the clock"),
                  word("itself", "it decides when to go on")),
              "What makes it run.",
              "What starts {id}: requests, events, the clock?")
          .key(
              "step-limit",
              count(),
              "The most steps or tool calls that one run may take.",
              "How many steps may one run of {id} take?")
          .key(
              "dependencies",
              Words.DEPENDENCIES,
              "How its ML packages, plugins and notebooks get in.",
              "How do ML packages get into {id}: pinned, mirrored, or straight from a public registry?")
          .key(
              "log-readers",
              refs(ACTOR),
              "Who can read its logs of inputs, outputs and scores.",
              "Who can read the inference logs of {id}?")
          .key(
              "shared-by-tenants",
              yesNo(),
              "Whether several customers use one instance.",
              "Do several customers share one instance of {id}?")
          .build();
}
