package dev.countersign.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.countersign.attest.Signers;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.oms.OmsSigner;
import dev.countersign.attest.oms.OmsVerification;
import dev.countersign.attest.oms.OmsVerifier;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How fast a large model is signed and verified, beside what the JDK's SHA-256 gives on bytes in
 * memory times the number of cores.
 */
public final class Signing {
  private static final long MODEL = 4L << 30;
  private static final int ROUNDS = 7;
  private static final byte[] MEMORY = new byte[32 << 20];

  /** A call for each, so that the compiler sees early how much is called. */
  private static final int PIECE = 64 << 10;

  private static final long MEMORY_ROUND = 1L << 30;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final OmsSigner signer;
  private final OmsVerifier verifier;
  private final Path model;
  private final Path bundle;

  private Signing(Path model, long shard) {
    KeyPair pair = NewKeys.generate(KeyKind.P256);
    OmsSigner whole = OmsSigner.of(Signers.key(pair.getPrivate(), pair.getPublic()));
    signer = shard == 0 ? whole : whole.shards(shard);
    verifier = OmsVerifier.of(TrustPolicy.key(pair.getPublic()));
    this.model = model;
    bundle = model.resolveSibling(model.getFileName() + ".sig");
  }

  /**
   * {@code make DIR FILES} writes a model of 4 GiB, {@code measure DIR SHARD} signs and verifies
   * it; 0 for whole files.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "make" -> make(folder, Integer.parseInt(arguments[2]));
      case "measure" -> new Signing(folder, Long.parseLong(arguments[2])).measure();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void make(Path folder, int files) throws IOException {
    Files.createDirectories(folder);
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < MODEL + (1L << 30)) {
      System.err.printf(
          "%s has %,d MiB free; 5,120 are needed. Name another folder in TMPDIR.%n",
          folder, free >> 20);
      System.exit(2);
    }
    byte[] block = new byte[1 << 20];
    Random random = new Random(files);
    random.nextBytes(block);
    for (int i = 0; i < files; i++) {
      try (OutputStream out = Files.newOutputStream(folder.resolve("weights-" + i + ".bin"))) {
        for (long at = 0; at < MODEL / files; at += block.length) {
          block[random.nextInt(block.length)]++;
          out.write(block);
        }
      }
    }
  }

  /** The rounds are interleaved, so that a busy machine is as busy for each. */
  private void measure() throws Exception {
    List<Rate> memory = new ArrayList<>();
    List<Rate> signing = new ArrayList<>();
    List<Rate> verifying = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      memory.add(rate(MEMORY_ROUND, Signing::hashInMemory));
      signing.add(rate(MODEL, () -> signer.sign(model, bundle)));
      verifying.add(rate(MODEL, this::verify));
    }
    System.out.printf(
        Locale.ROOT,
        "%-30s %,5.0f MiB/s%n",
        "SHA-256 in memory, one thread",
        median(memory.stream().map(Rate::wall)));
    print("sign", signing, memory);
    print("verify", verifying, memory);
    System.out.printf(Locale.ROOT, "%-30s %,5d MiB%n", "peak memory of this process", peak());
  }

  private static void print(String what, List<Rate> rates, List<Rate> memory) {
    int cores = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        Locale.ROOT,
        "%-30s %,5.0f MiB/s, %.0f %% of %d cores (%.0f to %.0f); by CPU time %.0f %%%n",
        what,
        median(rates.stream().map(Rate::wall)),
        median(shares(rates, memory, cores)),
        cores,
        shares(rates, memory, cores).min(Double::compare).orElseThrow(),
        shares(rates, memory, cores).max(Double::compare).orElseThrow(),
        median(
            IntStream.range(1, ROUNDS)
                .mapToObj(i -> 100 * rates.get(i).cpu() / memory.get(i).cpu())));
  }

  /** The first round warms everything and does not count. */
  private static Stream<Double> shares(List<Rate> rates, List<Rate> memory, int cores) {
    return IntStream.range(1, ROUNDS)
        .mapToObj(i -> 100 * rates.get(i).wall() / (cores * memory.get(i).wall()));
  }

  private OmsVerification verify() throws Exception {
    OmsVerification verification = verifier.verify(model, bundle);
    if (!(verification instanceof OmsVerification.Verified)) {
      throw new IllegalStateException(verification.toString());
    }
    return verification;
  }

  private static byte[] hashInMemory() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (long done = 0; done < MEMORY_ROUND; done += PIECE) {
      digest.update(MEMORY, (int) (done % MEMORY.length), PIECE);
    }
    return digest.digest();
  }

  private static Rate rate(long bytes, Callable<?> work) throws Exception {
    double size = bytes / (double) (1 << 20);
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    work.call();
    double wall = System.nanoTime() - start;
    return new Rate(size * 1e9 / wall, size * 1e9 / (SYSTEM.getProcessCpuTime() - cpu));
  }

  private static double median(Stream<Double> values) {
    List<Double> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** MiB of resident memory at most, as Linux counts. */
  private static long peak() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
    String line = status.stream().filter(it -> it.startsWith("VmHWM:")).findFirst().orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
  }

  /**
   * How much was hashed.
   *
   * @param wall MiB a second
   * @param cpu MiB a second of CPU time, which another program on the machine does not change
   */
  private record Rate(double wall, double cpu) {}
}
