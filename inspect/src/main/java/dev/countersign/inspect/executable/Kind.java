package dev.countersign.inspect.executable;

import dev.countersign.inspect.Artefact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A kind of program, by what is in a file. */
enum Kind {
  /** Of Linux and most Unix systems. */
  ELF("ELF program or library", Set.of("", "so", "o", "ko", "elf", "run", "node", "axf")) {
    @Override
    boolean is(Artefact artefact) throws IOException {
      return artefact.startsWith(0x7F, 'E', 'L', 'F');
    }
  },

  /** Of Windows. */
  PE("Windows program or library", Set.of("exe", "dll", "pyd", "sys", "ocx", "scr", "com")) {
    @Override
    boolean is(Artefact artefact) throws IOException {
      byte[] head = artefact.head();
      if (head.length < 0x40 || !artefact.startsWith("MZ")) {
        return false;
      }
      int at = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(0x3C);
      return at > 0
          && at < artefact.length() - 4
          && java.util.Arrays.equals(artefact.bytes().copy(at, 4), new byte[] {'P', 'E', 0, 0});
    }
  },

  /** Of macOS, for one processor or several. */
  MACH_O("macOS program or library", Set.of("", "dylib", "so", "bundle", "o")) {
    @Override
    boolean is(Artefact artefact) throws IOException {
      byte[] head = artefact.head();
      if (head.length < 28) {
        return false;
      }
      int magic = ByteBuffer.wrap(head).getInt();
      return switch (magic) {
        case 0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE -> true;
        case 0xCAFEBABE, 0xCAFEBABF -> processors(head);
        default -> false;
      };
    }

    /** A class of Java begins alike, and has its version there, which is 45 or more. */
    private static boolean processors(byte[] head) {
      int count = ByteBuffer.wrap(head).getInt(4);
      return count > 0 && count < 40;
    }
  },

  /** For a Java virtual machine. */
  JAVA_CLASS("Java class", Set.of("class")) {
    @Override
    boolean is(Artefact artefact) throws IOException {
      byte[] head = artefact.head();
      return artefact.startsWith(0xCA, 0xFE, 0xBA, 0xBE)
          && head.length > 8
          && ByteBuffer.wrap(head).getShort(6) >= 45;
    }
  },

  /** Run by whatever its first line names. */
  SCRIPT("script", Texts.ENDINGS) {
    @Override
    boolean is(Artefact artefact) throws IOException {
      return artefact.startsWith("#!/") || artefact.startsWith("#! /");
    }
  },

  /**
   * A file of paths for Python, which runs each line that begins with {@code import} as it starts.
   */
  PYTHON_PATHS("lines that Python runs whenever it starts", Set.of("pth")) {
    @Override
    boolean is(Artefact artefact) throws IOException {
      return artefact.ending().equals("pth")
          && LINE.matcher(new String(artefact.head(), StandardCharsets.ISO_8859_1)).lookingAt();
    }
  },

  /** What Windows runs by a double click. */
  WINDOWS_SCRIPT("Windows script", Set.of()) {
    @Override
    boolean is(Artefact artefact) {
      return RUN_BY_NAME.contains(artefact.ending());
    }
  };

  /** Endings of text, a script's or not: whoever opens one sees what it is. */
  private static final class Texts {
    static final Set<String> ENDINGS =
        Set.of(
            "",
            "sh",
            "bash",
            "zsh",
            "ksh",
            "fish",
            "csh",
            "command",
            "run",
            "py",
            "pyw",
            "pyz",
            "pl",
            "rb",
            "js",
            "mjs",
            "cjs",
            "ts",
            "r",
            "jl",
            "lua",
            "php",
            "tcl",
            "awk",
            "sed",
            "scala",
            "groovy",
            "bats",
            "in",
            "txt",
            "md",
            "rst",
            "yml",
            "yaml",
            "cfg",
            "conf",
            "ini",
            "toml",
            "env",
            "sample",
            "template",
            "tmpl",
            "j2",
            "mk",
            "cmake",
            "service",
            "nix",
            "ex",
            "exs");
  }

  /** Lines of text before the first that is run. */
  private static final Pattern LINE =
      Pattern.compile("(?:[\\x20-\\x7E\\t]*\\r?\\n){0,100}?import[ \\t]");

  private static final Set<String> RUN_BY_NAME =
      Set.of("bat", "cmd", "ps1", "vbs", "vbe", "wsf", "hta", "lnk", "scf", "reg", "msi", "jse");

  private final String title;
  private final Set<String> endings;

  Kind(String title, Set<String> endings) {
    this.title = title;
    this.endings = endings;
  }

  static Optional<Kind> of(Artefact artefact) throws IOException {
    for (Kind kind : values()) {
      if (kind.is(artefact)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  String title() {
    return title;
  }

  /** Whether its name says what it is. */
  boolean named(Artefact artefact) {
    return endings.contains(artefact.ending())
        || this == ELF && artefact.fileName().contains(".so.")
        || this == WINDOWS_SCRIPT;
  }

  abstract boolean is(Artefact artefact) throws IOException;
}
