package dev.countersign.attest.oms;

import dev.countersign.attest.hash.FileToHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a model (section 6.1).
 *
 * @param name the last part of the model's path
 * @param single whether the model is one file
 * @param files sorted by name, by code points
 * @param passedOver what is there and was left out by {@link IgnoredPaths}
 */
record ModelFiles(String name, boolean single, List<FileToHash> files, List<String> passedOver) {
  ModelFiles {
    files = List.copyOf(files);
    passedOver = List.copyOf(passedOver);
  }

  /** Lists every file. */
  static ModelFiles all(Path model, IgnoredPaths ignored, Symlinks links)
      throws IOException, UnfitModel {
    if (!Files.isDirectory(model)) {
      return file(model, links);
    }
    ModelWalk walk = new ModelWalk(model.toRealPath(), ignored, links);
    walk.go();
    List<FileToHash> files = walk.files();
    files.sort(Comparator.comparing(FileToHash::name, CodePointOrder.BY_CODE_POINT));
    return new ModelFiles(name(model), false, files, walk.passedOver());
  }

  /** Finds these files and looks at no others; those that are missing are left out. */
  static ModelFiles named(Path model, List<String> names, Symlinks links)
      throws IOException, UnfitModel {
    if (!Files.isDirectory(model)) {
      return file(model, links);
    }
    NamedFiles named = new NamedFiles(model.toRealPath(), links);
    return new ModelFiles(name(model), false, named.find(names), List.of());
  }

  private static ModelFiles file(Path model, Symlinks links) throws IOException, UnfitModel {
    if (Files.isSymbolicLink(model) && !links.followed()) {
      throw new UnfitModel(List.of(ModelWalk.link(model.toString())));
    }
    Path real = model.toRealPath();
    if (!Files.isRegularFile(real)) {
      throw new UnfitModel(List.of(model + " is neither a file nor a folder."));
    }
    String name = name(model);
    return new ModelFiles(
        name, true, List.of(new FileToHash(name, real, Files.size(real))), List.of());
  }

  private static String name(Path model) throws IOException {
    Path last = model.toAbsolutePath().normalize().getFileName();
    Path real = last == null ? model.toRealPath().getFileName() : last;
    return real == null ? "model" : real.toString();
  }
}
