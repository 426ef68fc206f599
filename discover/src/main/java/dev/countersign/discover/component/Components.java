package dev.countersign.discover.component;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.Inventory;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.ModelNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes components of findings: what is found in several places is one component with several
 * places. What is no machine learning by itself, such as a web framework, is left out.
 */
public final class Components {
  /** A file that names more hosted models than this lists what there is, not what is used. */
  private static final int CATALOGUE = 8;

  private static final Comparator<Component> ORDER =
      Comparator.comparing(Component::kind)
          .thenComparing(Component::aside)
          .thenComparing(Component::confidence)
          .thenComparing(component -> component.name().toLowerCase(Locale.ROOT))
          .thenComparing(Component::name);

  private final Map<String, Pile> piles = new LinkedHashMap<>();
  private final Set<String> catalogues;
  private final Artefacts artefacts = new Artefacts(this);
  private final Training training = new Training(this);

  private Components(List<Finding> findings) {
    this.catalogues = catalogues(findings);
    findings.forEach(this::take);
    artefacts.end();
    training.end();
  }

  /** The components of an inventory: by kind, then what ships, then by how sure they are. */
  public static List<Component> of(Inventory inventory) {
    Components components = new Components(inventory.findings());
    return components.piles.values().stream().map(Pile::component).sorted(ORDER).toList();
  }

  /** The pile of this key, made under this name if there is none. */
  Pile pile(Kind kind, String key, String name) {
    return piles.computeIfAbsent(kind + ":" + key, _ -> new Pile(kind, name));
  }

  private void take(Finding finding) {
    switch (finding.what()) {
      case HOSTED_MODEL -> hosted(finding);
      case HUB_MODEL -> hub(finding);
      case MODEL_FILE, LOADS_MODEL, DATA_FILES, READS_DATA -> artefacts.take(finding);
      case SAVES_MODEL, TRAINING, ESTIMATOR -> training.take(finding);
      case PUBLIC_DATASET -> named(Kind.DATASET, finding);
      case TOOL -> named(Kind.TOOL, finding);
      case AGENT -> named(Kind.AGENT, finding);
      case MCP_SERVER, MCP_OFFERED -> named(Kind.MCP_SERVER, finding);
      case MEMORY -> named(Kind.MEMORY, finding);
      case NOTEBOOK -> named(Kind.NOTEBOOK, finding);
      case AGENT_INSTRUCTIONS -> named(Kind.CODING_AGENT, finding);
      case PROMPT -> prompt(finding);
      case SERVICE -> server(finding);
      case STORE -> store(finding);
      case IMPORT, LIBRARY -> Libraries.take(finding, this);
      case PROJECT, UNIT, ROUTE, TRAIT -> {}
    }
  }

  /** Adds a finding under its own name. */
  void named(Kind kind, Finding finding) {
    add(kind, finding.name(), finding);
  }

  /** Adds a finding under a name. */
  void add(Kind kind, String name, Finding finding) {
    pile(kind, name.toLowerCase(Locale.ROOT), name).add(name, finding, finding.confidence());
  }

  private void hosted(Finding finding) {
    String bare = ModelNames.bare(finding.name());
    boolean listed = catalogues.contains(finding.where().file());
    pile(Kind.HOSTED_MODEL, bare.toLowerCase(Locale.ROOT), bare)
        .add(bare, finding, listed ? Confidence.POSSIBLE : finding.confidence());
  }

  private void hub(Finding finding) {
    if (ModelNames.hosted(finding.name()).isPresent()) {
      hosted(finding);
    } else {
      named(Kind.HUB_MODEL, finding);
    }
  }

  /** Prompts of one name in two files are two prompts. */
  private void prompt(Finding finding) {
    String file = finding.where().file();
    String name = finding.name().equals(file) ? file : finding.name() + " in " + file;
    pile(Kind.PROMPT, name, name).add(name, finding, finding.confidence());
  }

  /** A service that runs no product for models is code like any other. */
  private void server(Finding finding) {
    finding.detail(Detail.PRODUCT).ifPresent(product -> add(Kind.SERVER, product, finding));
  }

  private void store(Finding finding) {
    String type = finding.detail(Detail.STORE_TYPE).orElse("");
    String product = finding.detail(Detail.PRODUCT).orElse(finding.name());
    if (type.equals("vector-store")) {
      add(Kind.VECTOR_STORE, product, finding);
    } else if (type.equals("model-registry") || type.equals("notebook-server")) {
      add(Kind.PLATFORM, product, finding);
    }
  }

  private static Set<String> catalogues(List<Finding> findings) {
    Map<String, Set<String>> names = new HashMap<>();
    findings.stream()
        .filter(finding -> finding.what() == What.HOSTED_MODEL)
        .forEach(finding ->
            names
                .computeIfAbsent(finding.where().file(), _ -> new HashSet<>())
                .add(finding.name()));
    names.values().removeIf(found -> found.size() <= CATALOGUE);
    return names.keySet();
  }
}
