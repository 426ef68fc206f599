package dev.countersign.cli.report;

import dev.countersign.assess.Checked;
import dev.countersign.cli.revision.Relocated;
import dev.countersign.model.Repository;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Results as they can leave this machine: what is signed or sent names no folder of whoever ran the
 * command, but files by their way from the repository.
 */
public final class Portable {
  private Portable() {}

  /** The result; the same where its file was named by a way down from the working folder. */
  public static Checked of(Checked checked) {
    Path file = Path.of(checked.assessment().system().file());
    Path folder = file.getParent();
    boolean leads = folder != null && (file.isAbsolute() || file.startsWith(".."));
    // Two dots alone say nothing: they would be replaced in paths that lead elsewhere.
    if (folder == null || !leads || folder.endsWith("..")) {
      return checked;
    }
    Path root = Repository.rootOf(folder);
    Path way = root.relativize(folder.toAbsolutePath().normalize());
    Map<String, String> names = new LinkedHashMap<>();
    names.put(within(folder), within(way));
    if (root.getNameCount() > 0) {
      names.put(within(root), "");
    }
    return new Relocated(text -> replaced(text, names)).of(checked);
  }

  private static String replaced(String text, Map<String, String> names) {
    String result = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      result = result.replace(name.getKey(), name.getValue());
    }
    return result;
  }

  /** What the path of a file in a folder starts with. */
  private static String within(Path folder) {
    String path = folder.toString();
    return path.isEmpty() ? "" : path + folder.getFileSystem().getSeparator();
  }
}
