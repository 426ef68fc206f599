package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.cli.provenance.NearestModel;
import dev.countersign.cli.provenance.Recording;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.provenance.Told;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Progress;
import dev.countersign.cli.terminal.Style;
import dev.countersign.model.Element;
import dev.countersign.provenance.Input;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.croissant.Croissant;
import dev.countersign.provenance.croissant.CroissantCheck;
import dev.countersign.provenance.lineage.Library;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.Selection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code provenance record}: writes what is in a dataset and where it comes from. */
@Command(
    name = "record",
    header = "Records a dataset: its files, their digests, and where they come from.",
    description = {
      "Reads every byte once and writes a statement that nobody has signed yet. What the nearest"
          + " countersign.yaml says of the dataset is taken over. Pointers of Git LFS and DVC are"
          + " followed to the data and never taken for it; nothing is fetched."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign provenance record transactions      with files that countersign.yaml names",
      "  countersign provenance record data/raw --name raw --source \"card processor\"",
      "  countersign provenance record 'data/*.parquet' --name clean --transformation clean \\",
      "      --from-dataset .countersign/raw.dataset.json --code clean.py",
      "",
      "Exit codes: 0 recorded, 2 the input or the usage is wrong, 3 a bug."
    })
final class ProvenanceRecordCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files, folders and globs, or the name of a dataset of countersign.yaml.")
  List<String> paths = List.of();

  @Option(
      names = "--name",
      paramLabel = "ID",
      description = "What the dataset is called, as in countersign.yaml.")
  @Nullable String name;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "The folder that names are relative to. Otherwise that of the nearest countersign.yaml,"
              + " or this one.")
  @Nullable Path root;

  @Mixin ToldOptions told = new ToldOptions();

  @Mixin StepOptions step = new StepOptions();

  @Option(names = "--no-tables", description = "Counts no rows and tells of no columns.")
  boolean noTables;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where the statement goes. Otherwise ROOT/.countersign/ID.dataset.json.")
  @Nullable Path out;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ProvenanceRecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<NearestModel> model = NearestModel.from(root == null ? Path.of("") : root);
    Path base = base(model);
    String id = id(model);
    Optional<Element> dataset = model.flatMap(nearest -> nearest.dataset(id));
    List<String> selected = selected(base, id, model, dataset);
    Optional<Croissant> metadata = told.metadata();
    Recording recording = read(id, base, selected);
    Told all = told.told(metadata).or(dataset.map(Told::of).orElse(Told.NOTHING));
    List<Input> known = inputs(base, dataset);
    var steps = step.steps(known);
    Path file = out == null ? Datasets.place(base, id) : out;
    var day = console.today().atStartOfDay(ZoneOffset.UTC).toInstant();
    Datasets.write(
        file, recording.manifest(), all.description(steps, day, selected, recording.unseen()));
    List<String> notes = new ArrayList<>(recording.notes());
    metadata.ifPresent(theirs -> compare(theirs, recording.manifest(), notes));
    unfollowed(dataset, known, notes);
    console.print(
        report(file, recording.manifest(), notes, all.missing(!steps.isEmpty(), dataset)));
    return ExitCode.PASS;
  }

  private Recording read(String id, Path base, List<String> selected) {
    try (Progress progress = Progress.of(console, "Recording", false)) {
      Recorder recorder = Recorder.of(base).selecting(Selection.of(selected)).telling(progress);
      return Recording.of(id, noTables ? recorder.withoutTables() : recorder);
    } catch (IllegalArgumentException glob) {
      throw new Refused(glob.getMessage() + ". Quote it, or name a folder.");
    }
  }

  private Path base(Optional<NearestModel> model) {
    Path base = root == null ? model.map(NearestModel::folder).orElse(Path.of("")) : root;
    if (!Files.isDirectory(base.toAbsolutePath())) {
      throw new Refused("--root " + base + " is no folder.");
    }
    return base.toAbsolutePath().normalize();
  }

  private String id(Optional<NearestModel> model) {
    if (name != null) {
      return checked(name);
    }
    if (paths.size() == 1 && model.flatMap(one -> one.dataset(paths.getFirst())).isPresent()) {
      return paths.getFirst();
    }
    throw new Refused("what is the dataset called? --name ID");
  }

  /** It becomes the name of a file. */
  private static String checked(String id) {
    if (!id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}")) {
      throw new Refused("'" + id + "' is no name: letters, digits, '.', '_' and '-' only.");
    }
    return id;
  }

  private List<String> selected(
      Path base, String id, Optional<NearestModel> model, Optional<Element> dataset) {
    boolean named = paths.isEmpty() || name == null;
    if (!named) {
      return paths.stream().map(path -> relative(base, path)).toList();
    }
    List<String> files =
        dataset.map(element -> model.orElseThrow().files(element)).orElse(List.of());
    if (files.isEmpty()) {
      throw new Refused(
          "which files? Name them, or give the dataset '" + id + "' files in countersign.yaml.");
    }
    Path folder = model.orElseThrow().folder();
    return files.stream().map(file -> relative(base, folder.resolve(file))).toList();
  }

  private static String relative(Path base, String given) {
    try {
      return relative(base, Path.of(given));
    } catch (InvalidPathException none) {
      throw new Refused("'" + given + "' is no path that a file can have.");
    }
  }

  private static String relative(Path base, Path given) {
    Path whole = given.toAbsolutePath().normalize();
    if (!whole.startsWith(base)) {
      throw new Refused(
          given + " is outside of " + Shown.path(base) + ". Name a folder above both: --root DIR");
    }
    return base.relativize(whole).toString().replace('\\', '/');
  }

  /** Statements about what countersign.yaml says that it is derived from, where there are any. */
  private static List<Input> inputs(Path base, Optional<Element> dataset) {
    List<String> from = dataset.map(one -> one.refs("derived-from")).orElse(List.of());
    Library library = Library.of(List.of(base.resolve(Datasets.FOLDER)));
    return from.stream()
        .flatMap(id -> library.named(id).stream().limit(1))
        .map(Datasets::dataset)
        .map(input -> new Input(input.name(), input.digest()))
        .toList();
  }

  private static void unfollowed(Optional<Element> dataset, List<Input> known, List<String> notes) {
    dataset.map(one -> one.refs("derived-from")).orElse(List.of()).stream()
        .filter(id -> known.stream().noneMatch(input -> input.name().equals(id)))
        .forEach(id ->
            notes.add(
                "countersign.yaml says that it is derived from "
                    + id
                    + ", which is not recorded: countersign provenance record "
                    + id));
  }

  private static void compare(Croissant theirs, Manifest manifest, List<String> notes) {
    CroissantCheck check = CroissantCheck.of(theirs, manifest);
    if (!check.different().isEmpty()) {
      throw new Refused(
          "the files are not those that Croissant describes: "
              + String.join("; ", check.different())
              + ".");
    }
    if (!check.matched().isEmpty()) {
      notes.add(check.matched().size() + " files have the SHA-256 that Croissant gives.");
    }
    check.unseen().forEach(id -> notes.add("Croissant describes " + id + ", which is not here."));
    notes.addAll(theirs.notes());
  }

  private String report(Path file, Manifest manifest, List<String> notes, List<String> missing) {
    Page page = new Page(terminal.terminal(console));
    String rows =
        manifest.rows().isPresent() ? ", %,d rows".formatted(manifest.rows().getAsLong()) : "";
    page.line(
        Line.of(Style.GOOD, "Recorded ")
            .add(Style.STRONG, manifest.dataset())
            .add(
                ": %,d file%s, %,d bytes%s"
                    .formatted(
                        manifest.entries().size(),
                        manifest.entries().size() == 1 ? "" : "s",
                        manifest.bytes(),
                        rows)));
    page.line(2, Line.of().whole(Style.PLAIN, "sha256:" + manifest.digest()));
    page.line(2, Line.of("in " + Shown.path(file)));
    notes.forEach(note -> page.line(2, Line.of(note)));
    if (!missing.isEmpty()) {
      page.blank().line("Nobody has said yet:");
      missing.forEach(what -> page.line(2, 4, Line.of("- " + what)));
    }
    page.blank().line("Next:");
    page.verbatim(2, Style.NAME, "countersign provenance sign " + Shown.word(file) + " --key KEY");
    return page.toString();
  }
}
