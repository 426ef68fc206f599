package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.CORPUS;
import static dev.countersign.model.ElementKind.MEMORY;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.PROMPT;
import static dev.countersign.model.ElementKind.TOOL;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Drafts the component that the code of one unit is: what it runs, shows, reads and can do. */
final class ServingDraft {
  private final Bench bench;
  private final String unit;
  private final Set<String> training;

  /**
   * A draft for one unit.
   *
   * @param training the files whose findings are the training's
   */
  ServingDraft(Bench bench, String unit, Set<String> training) {
    this.bench = bench;
    this.unit = unit;
    this.training = training;
  }

  void draft() {
    evidence()
        .findFirst()
        .flatMap(first -> bench.piece(COMPONENT, "unit:" + unit, name(), first.where()))
        .ifPresent(this::facts);
  }

  private String name() {
    List<String> services =
        bench
            .about(What.SERVICE)
            .filter(service -> service.is(Detail.BUILT_FROM, unit.isEmpty() ? "." : unit))
            .map(Finding::name)
            .distinct()
            .toList();
    return services.size() == 1 ? services.getFirst() : bench.nameOf(unit);
  }

  /** The clearest places first: routes, then calls. */
  private Stream<Finding> evidence() {
    return Stream.of(
            What.ROUTE,
            What.HOSTED_MODEL,
            What.HUB_MODEL,
            What.LOADS_MODEL,
            What.TOOL,
            What.MEMORY,
            What.IMPORT)
        .flatMap(this::here);
  }

  private Stream<Finding> here(What what) {
    return bench
        .about(what)
        .filter(finding -> bench.unit(finding).equals(unit))
        .filter(finding -> !training.contains(finding.where().file()));
  }

  private void facts(Piece component) {
    runs(component);
    here(What.ROUTE)
        .forEach(route ->
            route
                .detail(Detail.INTERFACE)
                .ifPresent(word -> component.add("interface", word, route.where())));
    prompts(component);
    bench.known(CORPUS, unit).ifPresent(c -> component.add("retrieves", c.id(), c.where()));
    here(What.MEMORY).forEach(memory -> memory(memory, component));
    here(What.TOOL)
        .filter(tool -> tool.detail(Detail.OFFERED_BY).isEmpty())
        .forEach(tool -> known(component, "uses", TOOL, ToolDrafts.key(tool), tool));
    here(What.TRAIT)
        .filter(trait -> !trait.name().equals("dependencies"))
        .forEach(trait -> component.say(trait.name(), trait, Detail.VALUE));
    here(What.IMPORT)
        .filter(library -> library.is(Detail.KIND, "markdown"))
        .forEach(library -> component.add("renders", "markdown", library.where()));
    Manifests.dependencies(bench, unit, component);
  }

  private void runs(Piece component) {
    here(What.HOSTED_MODEL).forEach(f -> hosted(component, ModelDrafts.hostedKey(f.name()), f));
    here(What.IMPORT)
        .filter(f -> f.is(Detail.KIND, "hosted-client"))
        .forEach(f ->
            f.detail(Detail.PRODUCT)
                .ifPresent(p -> hosted(component, ModelDrafts.supplierKey(p), f)));
    here(What.HUB_MODEL)
        .filter(f -> !f.is(Detail.KIND, "served"))
        .forEach(f -> known(component, "runs", MODEL, ModelDrafts.hubKey(f.name()), f));
    here(What.LOADS_MODEL).forEach(load -> loads(component, load));
  }

  private void hosted(Piece component, String key, Finding finding) {
    bench
        .known(MODEL, key)
        .ifPresent(model -> {
          component.add("runs", model.id(), finding.where());
          component.say("metered", "yes", Optional.of(finding.where()), "its host bills each call");
        });
  }

  private void known(
      Piece component, String key, dev.countersign.model.ElementKind kind, String of, Finding at) {
    bench.known(kind, of).ifPresent(piece -> component.add(key, piece.id(), at.where()));
  }

  /** The artefact that the path names; where no path is given, the only one there is. */
  private void loads(Piece component, Finding load) {
    List<Piece> artefacts =
        bench.all(MODEL).stream()
            .filter(model -> model.says("format") || model.isFromHere())
            .toList();
    Optional<String> path = load.detail(Detail.FILES);
    Optional<Piece> loaded =
        path.isEmpty()
            ? Optional.of(artefacts).filter(all -> all.size() == 1).map(List::getFirst)
            : artefacts.stream().filter(model -> isFile(model, path.get())).findFirst();
    loaded.ifPresent(model -> {
      component.add("runs", model.id(), load.where());
      model.say("loader", load, Detail.LOADER);
    });
  }

  private static boolean isFile(Piece model, String path) {
    return model.values("files").stream()
        .anyMatch(file -> Paths.name(file).equals(Paths.name(path)));
  }

  private void prompts(Piece component) {
    bench
        .known(PROMPT, PromptDrafts.codeKey(unit))
        .ifPresent(prompt -> component.add("prompts", prompt.id(), prompt.where()));
    here(What.PROMPT)
        .filter(PromptDrafts::isFile)
        .forEach(file -> {
          known(component, "prompts", PROMPT, PromptDrafts.fileKey(file), file);
          known(component, "prompts", PROMPT, PromptDrafts.folderKey(file), file);
        });
  }

  private void memory(Finding finding, Piece component) {
    String name =
        finding.name().toLowerCase(Locale.ROOT).contains("mem0") ? "user-memory" : "conversation";
    bench
        .piece(MEMORY, unit + ":" + finding.detail(Detail.SCOPE).orElse(""), name, finding.where())
        .ifPresent(memory -> {
          memory.note(finding.name());
          memory.say("scope", finding, Detail.SCOPE);
          component.add("remembers", memory.id(), finding.where());
        });
  }
}
