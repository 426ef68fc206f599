package dev.countersign.cli.provenance;

import dev.countersign.attest.Subject;
import dev.countersign.attest.hash.HashProgress;
import dev.countersign.attest.oms.OmsManifest;
import dev.countersign.attest.oms.Symlinks;
import dev.countersign.attest.oms.UnfitModel;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What identifies a model: the root digest of OpenSSF Model Signing, and each file. */
public final class ModelDigests {
  private ModelDigests() {}

  /**
   * The model's own digest first, under its name, then its files, each by the SHA-256 of all of it.
   *
   * @param progress is told how it goes
   * @throws Refused if it cannot be read
   */
  public static List<Subject> of(Path model, HashProgress progress) {
    OmsManifest manifest = manifest(model, progress);
    List<Subject> subjects = new ArrayList<>();
    subjects.add(Subject.sha256(manifest.model(), manifest.rootDigest()));
    boolean single = !Files.isDirectory(model);
    for (OmsManifest.Resource file : manifest.resources()) {
      String name = single ? manifest.model() : manifest.model() + "/" + file.name();
      subjects.add(Subject.sha256(name, file.digest()));
    }
    return subjects;
  }

  /**
   * The same, with progress on the console.
   *
   * @throws Refused if it cannot be read
   */
  public static List<Subject> of(Path model, Console console) {
    try (Progress progress = Progress.of(console, "Hashing", false)) {
      return of(model, progress);
    }
  }

  /**
   * One file by its name and SHA-256.
   *
   * @throws Refused if it is none, or cannot be read
   */
  public static Subject file(Path file, Console console) {
    if (Files.isDirectory(file)) {
      throw new Refused(file + " is a folder. Name a file in it.");
    }
    return of(file, console).getLast();
  }

  /** What would be signed: the files as OMS chooses and orders them. */
  private static OmsManifest manifest(Path model, HashProgress progress) {
    try {
      return OmsManifest.unsigned(model, Symlinks.REFUSE, progress);
    } catch (UnfitModel unfit) {
      throw new Refused(
          model + " cannot be read as a model: " + String.join(" ", unfit.problems()));
    } catch (IOException unreadable) {
      throw new Refused(model + " cannot be read (" + Failure.why(unreadable) + ").");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused("stopped. Nothing was written.");
    }
  }
}
