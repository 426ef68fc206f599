package dev.countersign.cli.provenance;

import dev.countersign.cli.console.CacheFolder;
import dev.countersign.cli.console.Console;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.record.KnownFiles;
import dev.countersign.provenance.verify.StatCache;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What this machine remembers of files that it has read, in the user's cache folder ({@code
 * XDG_CACHE_HOME}, otherwise {@code ~/.cache}): a file for each root. Only {@code --incremental}
 * uses it.
 */
public final class Known {
  private Known() {}

  /** What is known of the files below a root; nothing where there is no folder to keep it in. */
  public static KnownFiles of(Path root, Console console) {
    String at = root.toAbsolutePath().normalize().toString();
    String name = Sha256.of(at.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return CacheFolder.of("data", console)
        .map(folder -> folder.resolve(name))
        .<KnownFiles>map(file -> StatCache.open(file, root))
        .orElse(KnownFiles.NONE);
  }

  /** What a reader of the result should know. */
  public static String words(int reused) {
    return "%,d file%s not read: unchanged since this machine last read %s, by size, inode and times."
        .formatted(reused, reused == 1 ? " was" : "s were", reused == 1 ? "it" : "them");
  }
}
