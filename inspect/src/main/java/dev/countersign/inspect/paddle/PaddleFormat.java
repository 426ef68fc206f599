package dev.countersign.inspect.paddle;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.wire.Shape;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Programs of PaddlePaddle, ProgramDesc.
 *
 * @see <a
 *     href="https://github.com/PaddlePaddle/Paddle/blob/develop/paddle/fluid/framework/framework.proto">the
 *     schema</a>
 */
public final class PaddleFormat implements Format {
  private static final Shape PROGRAM = Shape.of().bytes(1, 2, 3, 4, 5);
  private static final Shape BLOCK = Shape.of().numbers(1, 2, 5).bytes(3, 4);
  private static final int START = 1 << 16;

  @Override
  public String id() {
    return "paddle";
  }

  @Override
  public String title() {
    return "PaddlePaddle";
  }

  @Override
  public Set<String> endings() {
    return Set.of("pdmodel");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return PROGRAM.fits(artefact) && PROGRAM.has(artefact, 1) && holdsBlock(artefact);
  }

  private static boolean holdsBlock(Artefact artefact) throws IOException {
    try {
      Wire program = Wire.of(artefact.bytes());
      while (program.next()) {
        if (program.holds(1)) {
          Artefact block = Artefact.of("block", program.bytes());
          return BLOCK.fits(block) && BLOCK.has(block, 1, 2);
        }
      }
      return false;
    } catch (Broken other) {
      return false;
    }
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    examination.fact(ArtefactFact.FRAMEWORK, "PaddlePaddle");
    try {
      new PaddleLook(examination).program(Wire.of(artefact.bytes()));
    } catch (Broken broken) {
      texts(artefact, examination);
      throw broken;
    }
  }

  private static void texts(Artefact artefact, Examination examination) throws IOException {
    String start = new String(artefact.bytes().copy(0, START), StandardCharsets.ISO_8859_1);
    Payloads.in(start)
        .ifPresent(found ->
            examination.report(PaddleRules.TEXT, 0, found.kind() + ": " + found.excerpt()));
  }
}
