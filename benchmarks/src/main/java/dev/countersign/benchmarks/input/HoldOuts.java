package dev.countersign.benchmarks.input;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Makes cases of public data, in each of which one group was held out: {@code train.csv} without
 * it, {@code in.csv} of other rows without it, {@code out.csv} of the group. The column that the
 * group is told by is left out, so that the schema does not give it away.
 */
final class HoldOuts {
  private static final String[] ADULT = {
    "age",
    "workclass",
    "fnlwgt",
    "education",
    "education-num",
    "marital-status",
    "occupation",
    "relationship",
    "race",
    "sex",
    "capital-gain",
    "capital-loss",
    "hours-per-week",
    "native-country",
    "label"
  };

  private final Path data;
  private final Path target;
  private final List<String> cases = new ArrayList<>();

  HoldOuts(Path data, Path target) {
    this.data = data;
    this.target = target;
  }

  /** The names of the cases, each a folder below the target. */
  List<String> make() throws IOException {
    german();
    adult();
    optdigits();
    mnist();
    return cases;
  }

  private void german() throws IOException {
    List<String[]> rows = rows("german-credit/german.csv");
    String[] names =
        IntStream.rangeClosed(1, 21)
            .mapToObj(i -> i == 21 ? "label" : "a" + i)
            .toArray(String[]::new);
    group("german-education", names, rows, List.of(), 3, "A46"::equals);
    group("german-free-housing", names, rows, List.of(), 14, "A153"::equals);
    group("german-management", names, rows, List.of(), 16, "A174"::equals);
    group("german-used-car", names, rows, List.of(), 3, "A41"::equals);
  }

  private void adult() throws IOException {
    List<String[]> train = rows("adult/adult-train.csv");
    List<String[]> test = rows("adult/adult-test.csv");
    test.forEach(row -> row[14] = row[14].replace(".", ""));
    group("adult-abroad", ADULT, train, test, 13, country -> !country.equals("United-States"));
    group("adult-farming", ADULT, train, test, 6, "Farming-fishing"::equals);
    group("adult-widowed", ADULT, train, test, 5, "Widowed"::equals);
    group("adult-incorporated", ADULT, train, test, 1, "Self-emp-inc"::equals);
  }

  private void optdigits() throws IOException {
    List<String[]> train = rows("optdigits/optdigits.tra");
    List<String[]> test = rows("optdigits/optdigits.tes");
    if (train.getFirst()[0].startsWith("Block")) {
      train.removeFirst();
      test.removeFirst();
    }
    String[] names =
        IntStream.range(0, 65).mapToObj(i -> i == 64 ? "label" : "p" + i).toArray(String[]::new);
    for (int digit = 0; digit < 10; digit++) {
      String held = Integer.toString(digit);
      digits("optdigits-" + digit, names, train, test, 64, held::equals);
    }
  }

  private void mnist() throws IOException {
    List<String[]> train = images("train");
    List<String[]> test = images("t10k");
    String[] names =
        IntStream.range(0, 785).mapToObj(i -> i == 784 ? "label" : "p" + i).toArray(String[]::new);
    for (int digit = 0; digit < 10; digit++) {
      String held = Integer.toString(digit);
      digits("mnist-" + digit, names, train, test, 784, held::equals);
    }
  }

  /** Without a test set of its own every fourth row is one. */
  private void group(
      String name,
      String[] columns,
      List<String[]> train,
      List<String[]> test,
      int column,
      Predicate<String> held)
      throws IOException {
    List<String[]> fit = new ArrayList<>();
    List<String[]> in =
        new ArrayList<>(test.stream().filter(row -> !held.test(row[column])).toList());
    List<String[]> out =
        new ArrayList<>(test.stream().filter(row -> held.test(row[column])).toList());
    for (int i = 0; i < train.size(); i++) {
      if (held.test(train.get(i)[column])) {
        out.add(train.get(i));
      } else if (test.isEmpty() && i % 4 == 3) {
        in.add(train.get(i));
      } else {
        fit.add(train.get(i));
      }
    }
    write(name, columns, column, fit, in, out);
  }

  private void digits(
      String name,
      String[] columns,
      List<String[]> train,
      List<String[]> test,
      int label,
      Predicate<String> held)
      throws IOException {
    write(
        name,
        columns,
        -1,
        train.stream().filter(row -> !held.test(row[label])).toList(),
        test.stream().filter(row -> !held.test(row[label])).toList(),
        test.stream().filter(row -> held.test(row[label])).toList());
  }

  private void write(
      String name,
      String[] columns,
      int without,
      List<String[]> train,
      List<String[]> in,
      List<String[]> out)
      throws IOException {
    Path folder = Files.createDirectories(target.resolve(name));
    cases.add(name);
    write(folder.resolve("train.csv"), columns, without, train);
    write(folder.resolve("in.csv"), columns, without, in);
    write(folder.resolve("out.csv"), columns, without, out);
  }

  private static void write(Path file, String[] columns, int without, List<String[]> rows)
      throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
      line(stream, columns, without);
      for (String[] row : rows) {
        line(stream, row, without);
      }
    }
  }

  private static void line(OutputStream stream, String[] values, int without) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (i != without) {
        line.append(line.isEmpty() ? "" : ",").append(values[i]);
      }
    }
    stream.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<String[]> rows(String file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(data.resolve(file))) {
      if (!line.isBlank()) {
        String[] values = line.split(",");
        for (int i = 0; i < values.length; i++) {
          values[i] = values[i].strip();
        }
        rows.add(values);
      }
    }
    return rows;
  }

  private List<String[]> images(String part) throws IOException {
    byte[] images = idx("mnist/" + part + "-images-idx3-ubyte.gz");
    byte[] labels = idx("mnist/" + part + "-labels-idx1-ubyte.gz");
    String[] pixel =
        IntStream.range(0, 256)
            .mapToObj(i -> i == 0 ? "0" : String.format(java.util.Locale.ROOT, "%.4f", i / 255.0))
            .toArray(String[]::new);
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < labels.length - 8; i++) {
      String[] row = new String[785];
      for (int j = 0; j < 784; j++) {
        row[j] = pixel[images[16 + i * 784 + j] & 0xFF];
      }
      row[784] = Integer.toString(labels[8 + i]);
      rows.add(row);
    }
    return rows;
  }

  private byte[] idx(String file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(data.resolve(file)))))) {
      return in.readAllBytes();
    }
  }
}
