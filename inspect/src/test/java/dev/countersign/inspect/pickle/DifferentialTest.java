package dev.countersign.inspect.pickle;

import static dev.countersign.inspect.pickle.Assembler.inspect;
import static dev.countersign.inspect.pickle.Assembler.protocol;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random pickles are read by both unpicklers of CPython with recorders for classes. Whatever one of
 * them imports or calls, the machine tells. Runs where {@code -Dcountersign.python=python3} names a
 * Python.
 */
@EnabledIfSystemProperty(named = "countersign.python", matches = ".+")
class DifferentialTest {
  private static final int COUNT = 4_000;

  /**
   * Each name is an object of its own class that records its calls and has every method; both
   * unpicklers are asked, and the union is written, a line a pickle.
   */
  private static final String RECORDER =
      """
      import io, os, pickle, sys
      seen = None
      class Meta(type):
          def __call__(cls, *args, **kwargs):
              seen.add("call " + cls.__name__)
              return object.__new__(cls)
      def recorder(module, name):
          def new(cls, *args, **kwargs):
              seen.add("call " + cls.__name__)
              return object.__new__(cls)
          def state(self, state):
              pass
          return Meta(module + "." + name, (), {"__new__": new, "__setstate__": state,
              "append": lambda s, x: None, "add": lambda s, x: None, "__setitem__": lambda s, k, v: None})
      def find(module, name):
          seen.add("import " + module + "." + name)
          return recorder(module, name)
      class Slow(pickle._Unpickler):
          def find_class(self, module, name): return find(module, name)
      class Fast(pickle.Unpickler):
          def find_class(self, module, name): return find(module, name)
      for name in sorted(os.listdir(sys.argv[1])):
          data = open(os.path.join(sys.argv[1], name), "rb").read()
          seen = set()
          for reader in (Slow, Fast):
              for opened in (io.BytesIO(data), io.BufferedReader(io.BytesIO(data))):
                  try:
                      reader(opened).load()
                  except BaseException:
                      pass
          print("\\t".join([name] + sorted(seen)))
      """;

  @Test
  void whateverCPythonImportsOrCallsIsTold(@TempDir Path folder) throws Exception {
    Path pickles = Files.createDirectory(folder.resolve("pickles"));
    Random random = new Random(11);
    for (int i = 0; i < COUNT; i++) {
      Files.write(pickles.resolve("%05d.pkl".formatted(i)), random(random));
    }
    int compared = 0;
    for (String line : recorded(folder, pickles)) {
      String[] seen = line.split("\t", -1);
      Set<String> told = told(Files.readAllBytes(pickles.resolve(seen[0])));
      for (int i = 1; i < seen.length; i++) {
        assertThat(told).as(seen[0]).contains(seen[i]);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(COUNT / 2);
  }

  private static Set<String> told(byte[] pickle) {
    Set<String> told = new HashSet<>();
    inspect(pickle)
        .findings()
        .forEach(finding ->
            finding
                .call()
                .ifPresent(name -> {
                  boolean call = finding.rule().id().endsWith("-call");
                  // A call tells of its import, too.
                  told.add("import " + name.replace("()", ""));
                  if (call) {
                    told.add("call " + name.replace("()", ""));
                  }
                }));
    return told;
  }

  private static List<String> recorded(Path folder, Path pickles)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("recorder.py"), RECORDER);
    Path out = folder.resolve("out.txt");
    Process python =
        new ProcessBuilder(
                System.getProperty("countersign.python"), script.toString(), pickles.toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(python.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(python.exitValue()).isZero();
    return Files.readAllLines(out, UTF_8);
  }

  /** A few opcodes that mostly fit together, with names that are on no list. */
  private static byte[] random(Random random) {
    Assembler pickle = protocol(random.nextInt(6));
    List<Integer> memo = new ArrayList<>();
    int length = 4 + random.nextInt(40);
    for (int i = 0; i < length; i++) {
      step(pickle, random, memo, i);
    }
    return random.nextInt(5) == 0 ? pickle.toBytes() : pickle.stop();
  }

  private static void step(Assembler pickle, Random random, List<Integer> memo, int i) {
    String name = "n" + random.nextInt(1000);
    switch (random.nextInt(26)) {
      case 0, 1, 2 -> pickle.global("acme" + i, name);
      case 3 -> pickle.stackGlobal("acme" + i, name);
      case 4 -> pickle.op(Op.MARK);
      case 5, 6, 7 -> pickle.op(Op.EMPTY_TUPLE).op(Op.REDUCE);
      case 8 -> pickle.op(Op.EMPTY_TUPLE).op(Op.NEWOBJ);
      case 9 -> pickle.op(Op.EMPTY_TUPLE).op(Op.EMPTY_DICT).op(Op.NEWOBJ_EX);
      case 10 -> pickle.op(Op.MARK).str("x").lines(Op.INST, "acme" + i, name);
      case 11 -> pickle.op(Op.MARK).global("acme" + i, name).op(Op.OBJ);
      case 12 -> pickle.lines(Op.PUT, random.nextInt(3) == 0 ? " 1_0" : "7");
      case 13 -> pickle.lines(Op.GET, random.nextBoolean() ? "7" : "010");
      case 14 -> pickle.op(Op.MEMOIZE);
      case 15 -> pickle.op(Op.BINGET, random.nextInt(4));
      case 16 -> pickle.op(Op.TUPLE1).op(Op.REDUCE);
      case 17 -> pickle.op(Op.POP);
      case 18 -> pickle.op(Op.DUP);
      case 19 -> pickle.op(Op.NONE).op(Op.BUILD);
      case 20 -> pickle.op(Op.TUPLE);
      case 21 -> pickle.op(Op.EMPTY_LIST).op(Op.DUP).op(Op.APPEND);
      case 22 -> pickle.op(Op.FRAME, random.nextInt(40), 0, 0, 0, 0, 0, 0, 0);
      case 23 -> pickle.lines(Op.INT, random.nextBoolean() ? "0x1F" : "012");
      case 24 -> pickle.op(random.nextInt(256));
      default -> pickle.str("text");
    }
  }
}
