package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.DATASET;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import dev.countersign.discover.Where;
import dev.countersign.discover.tree.DataLike;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Drafts datasets: data among the files, published ones, those that training code reads. */
final class DatasetDrafts {
  /** A folder with more files than this is one dataset. */
  private static final int FEW = 4;

  private final Bench bench;
  private final CorpusFiles documents;

  DatasetDrafts(Bench bench, CorpusFiles documents) {
    this.bench = bench;
    this.documents = documents;
  }

  void draft() {
    Map<String, List<Finding>> groups = new TreeMap<>();
    bench
        .about(What.DATA_FILES)
        .filter(file -> !documents.contains(file))
        .forEach(f -> groups.computeIfAbsent(group(f.name()), _ -> new ArrayList<>()).add(f));
    groups.forEach(this::group);
    bench.about(What.PUBLIC_DATASET).forEach(this::published);
    read();
  }

  /** The folder; of a deep tree its part down to the folder below {@code data}. */
  private static String group(String path) {
    String[] parts = Paths.folder(path).split("/", -1);
    StringBuilder group = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      group.append(i == 0 ? "" : "/").append(parts[i]);
      if (i > 0 && DataLike.data(parts[i - 1])) {
        break;
      }
    }
    return group.toString();
  }

  private void group(String folder, List<Finding> files) {
    int count =
        files.stream().mapToInt(f -> f.detail(Detail.COUNT).map(Integer::parseInt).orElse(1)).sum();
    if (files.size() <= FEW && count <= FEW) {
      files.forEach(this::single);
      return;
    }
    String name = Paths.isGeneric(Paths.name(folder)) ? folder : Paths.name(folder);
    bench
        .piece(
            DATASET,
            "files:" + folder,
            name.isEmpty() ? bench.project() + "-data" : name,
            files.getFirst().where())
        .ifPresent(data ->
            patterns(folder, files)
                .forEach(pattern -> data.file(pattern, files.getFirst().where())));
  }

  private static Set<String> patterns(String folder, List<Finding> files) {
    Set<String> patterns = new TreeSet<>();
    boolean flat = files.stream().allMatch(file -> Paths.folder(file.name()).equals(folder));
    String prefix = folder.isEmpty() ? "" : folder + "/";
    for (Finding file : files) {
      patterns.add(flat ? prefix + "*." + Paths.extension(file.name()) : prefix + "**");
    }
    return patterns.size() <= FEW ? patterns : Set.of(prefix + "*");
  }

  private void single(Finding file) {
    String path = file.name();
    String stem = Paths.stem(path);
    String folder = Paths.name(Paths.folder(path));
    String name =
        Paths.isGeneric(stem) && !folder.isEmpty() && !folder.equals(stem)
            ? folder + "-" + stem
            : stem;
    bench
        .piece(DATASET, "file:" + path, name, file.where())
        .ifPresent(data -> data.say("files", path, file.where()));
  }

  private void published(Finding finding) {
    String name = finding.name();
    bench
        .piece(DATASET, "public:" + name, name.substring(name.indexOf('/') + 1), finding.where())
        .ifPresent(data -> {
          data.say(
              "origin", "public", Optional.of(finding.where()), name.contains("/") ? name : "");
          data.say("supplier", finding, Detail.SUPPLIER);
        });
  }

  /** Data that training code reads is what its models are trained on. */
  private void read() {
    Set<String> training = bench.trainingFiles();
    bench
        .about(What.READS_DATA)
        .filter(read -> training.contains(read.where().file()))
        .forEach(read -> path(read).ifPresent(data -> trains(data, read.where())));
    bench
        .about(What.PUBLIC_DATASET)
        .filter(finding -> training.contains(finding.where().file()))
        .forEach(f ->
            bench.known(DATASET, "public:" + f.name()).ifPresent(data -> trains(data, f.where())));
  }

  private Optional<Piece> path(Finding read) {
    String path = read.name();
    Optional<Piece> known =
        bench
            .about(What.DATA_FILES)
            .map(Finding::name)
            .filter(file ->
                file.equals(path)
                    || file.endsWith("/" + path)
                    || Paths.name(file).equals(Paths.name(path)))
            .flatMap(file ->
                bench
                    .known(DATASET, "file:" + file)
                    .or(() -> bench.known(DATASET, "files:" + group(file)))
                    .stream())
            .findFirst();
    return known.or(() -> elsewhere(path, read.where()));
  }

  /** Data that is read and is not in the repository. */
  private Optional<Piece> elsewhere(String path, Where where) {
    String telling = Paths.telling(path);
    String name = telling.isEmpty() ? bench.project() + "-data" : telling;
    Optional<Piece> piece = bench.piece(DATASET, "read:" + path, name, where);
    piece.ifPresent(data -> data.say("files", path, Optional.of(where), "read there"));
    return piece;
  }

  private void trains(Piece data, Where where) {
    bench.trainedBy(where.file()).forEach(model -> model.add("trained-on", data.id(), where));
  }
}
