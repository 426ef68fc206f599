package dev.countersign.discover.draft;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.Inventory;
import dev.countersign.discover.What;
import dev.countersign.discover.Where;
import dev.countersign.model.SafeText;
import dev.countersign.model.SystemInfo;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Composes a threat model of what was found. What no file shows is left out, so that a check asks
 * for it; the one key that the language asks for and files may not tell, the task of a model, is
 * then marked {@link #ASSUMED}.
 */
public final class Drafter {
  /** The remark on a fact that is written because the language asks for it and no file tells it. */
  public static final String ASSUMED = "assumed, since no file says it: correct it";

  private static final Set<String> DULL =
      Set.of(
          "agent",
          "agents",
          "app",
          "application",
          "project",
          "backend",
          "server",
          "api",
          "src",
          "main",
          "demo",
          "test",
          "repo",
          "readme",
          "work",
          "my-project",
          "root",
          "python",
          "service");

  private final Inventory inventory;

  private Drafter(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Drafts a threat model; it may have no elements. */
  public static Draft of(Inventory inventory) {
    Drafter drafter = new Drafter(inventory);
    Draft draft = drafter.draft(false);
    // Where everything lies among examples, the examples are what there is.
    return draft.size() == 0 ? drafter.draft(true) : draft;
  }

  private Draft draft(boolean withAside) {
    String id = id();
    Bench bench = new Bench(inventory, withAside, id);
    CorpusFiles documents = new CorpusFiles(bench);
    new ModelDrafts(bench).draft();
    new DatasetDrafts(bench, documents).draft();
    new StoreDrafts(bench, documents).draft();
    new PromptDrafts(bench).draft();
    new ToolDrafts(bench).draft();
    new ComponentDrafts(bench).draft();
    Optional<Finding> purpose = purpose();
    return new Draft(
        id,
        purpose
            .flatMap(found -> found.detail(Detail.PURPOSE))
            .map(Drafter::sentence)
            .orElse(SystemInfo.PURPOSE_TO_WRITE),
        purpose.map(Finding::where),
        bench.elements(),
        bench.leftOut());
  }

  private String id() {
    String folder = IdBook.of(inventory.root());
    return inventory
        .about(What.PROJECT)
        .filter(project -> project.where().folder().isEmpty() && !project.name().equals("readme"))
        .map(project -> IdBook.of(project.name()))
        .filter(name -> !name.isEmpty() && !DULL.contains(name))
        .findFirst()
        .orElse(folder.isEmpty() ? "system" : folder);
  }

  /** The nearest to the root; a manifest before a README. */
  private Optional<Finding> purpose() {
    return inventory
        .about(What.PROJECT)
        .filter(project -> !project.aside())
        .filter(project -> project.detail(Detail.PURPOSE).filter(Drafter::tells).isPresent())
        .min(
            Comparator.<Finding>comparingInt(project -> depth(project.where()))
                .thenComparing(project -> project.name().equals("readme"))
                .thenComparing(Finding::where));
  }

  /** Generators leave sentences such as "Add your description here". */
  private static boolean tells(String purpose) {
    String lower = purpose.toLowerCase(java.util.Locale.ROOT);
    return purpose.strip().length() > 15
        && !lower.contains("your description")
        && !lower.contains("bootstrapped with")
        && !lower.contains("todo")
        && purpose.strip().charAt(0) != '<'
        && purpose.strip().charAt(0) != '‹';
  }

  private static int depth(Where where) {
    return (int) where.file().chars().filter(c -> c == '/').count();
  }

  private static String sentence(String purpose) {
    String line = SafeText.of(purpose.replaceAll("\\s+", " ").strip());
    String cut =
        line.length() > 200 ? line.substring(0, line.offsetByCodePoints(0, 190)) + "…" : line;
    return cut.endsWith(".") || cut.endsWith("…") || cut.endsWith("!") ? cut : cut + ".";
  }
}
