package dev.countersign.cli.init;

import dev.countersign.cli.console.Refused;
import dev.countersign.discover.Discovery;
import dev.countersign.discover.Inventory;
import dev.countersign.discover.draft.Draft;
import dev.countersign.discover.draft.DraftWriter;
import dev.countersign.discover.draft.Drafter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/**
 * A folder with the draft of its threat model.
 *
 * @param folder what was looked through
 * @param inventory what was found
 * @param draft what was made of it
 */
public record Drafting(Path folder, Inventory inventory, Draft draft) {
  /** The name of a threat model. */
  public static final String FILE = "countersign.yaml";

  /**
   * Looks through a folder and drafts.
   *
   * @param progress is told how many files have been looked at
   * @throws Refused if it is no folder
   */
  public static Drafting of(Path folder, IntConsumer progress) {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? " is a file" : " does not exist";
      throw new Refused(folder + what + ". Name the folder of the repository.");
    }
    Inventory inventory = Discovery.of(folder, progress);
    return new Drafting(folder, inventory, Drafter.of(inventory));
  }

  /**
   * Refuses to take the place of what is there.
   *
   * @throws Refused if something of that name exists
   */
  public static void refuseExisting(Path target) {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new Refused(
          target
              + " is there already, and init never overwrites.\n"
              + "See what a new draft would say with --dry-run, or write it elsewhere with --out"
              + " FILE.");
    }
  }

  /** Whether nothing was found that a threat model is about. */
  public boolean isEmpty() {
    return draft.size() == 0;
  }

  /** The text of the draft as it stands in a file at this place. */
  public String yaml(Path target) {
    return DraftWriter.write(draft, prefix(target));
  }

  /** The text of the draft as it stands in the folder itself. */
  public String yaml() {
    return DraftWriter.write(draft, "");
  }

  /** The way from the folder of the file to the folder that was looked through. */
  private String prefix(Path target) {
    Path from = target.toAbsolutePath().normalize().getParent();
    Path to = folder.toAbsolutePath().normalize();
    if (from == null || from.equals(to)) {
      return "";
    }
    return from.relativize(to).toString().replace(to.getFileSystem().getSeparator(), "/") + "/";
  }
}
