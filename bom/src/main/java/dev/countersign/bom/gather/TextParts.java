package dev.countersign.bom.gather;

import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prompts, and the files that instruct and equip agents: they decide what a model does as much as
 * its weights do.
 */
final class TextParts {
  /** What agents read by themselves, relative to the folder of the system. */
  private static final Set<String> CONFIGURATION =
      Set.of(
          "AGENTS.md",
          "CLAUDE.md",
          "GEMINI.md",
          ".cursorrules",
          ".windsurfrules",
          ".github/copilot-instructions.md",
          ".mcp.json",
          "mcp.json",
          ".cursor/mcp.json",
          ".vscode/mcp.json",
          "claude_desktop_config.json");

  private static final List<String> FOLDERS = List.of("", "agent", "agents");

  private final Order order;
  private final ElementFiles files;

  TextParts(Order order, ElementFiles files) {
    this.order = order;
    this.files = files;
  }

  List<Part> all() throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Element prompt : order.system().elements(ElementKind.PROMPT).toList()) {
      parts.add(
          Part.of(PartKind.PROMPT, prompt.id(), prompt.id())
              .files(files.hashed(files.paths(prompt)))
              .property("holds", Optional.of(String.join(", ", prompt.words("holds"))))
              .build());
    }
    for (Path file : configuration()) {
      String name = files.name(file.toRealPath());
      parts.add(
          Part.of(PartKind.AGENT_CONFIGURATION, "file:" + name, name)
              .files(files.hashed(List.of(file.toRealPath())))
              .build());
    }
    return parts;
  }

  private List<Path> configuration() {
    return FOLDERS.stream()
        .map(order.folder()::resolve)
        .flatMap(folder -> CONFIGURATION.stream().map(folder::resolve))
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .map(Path::normalize)
        .sorted()
        .toList();
  }
}
