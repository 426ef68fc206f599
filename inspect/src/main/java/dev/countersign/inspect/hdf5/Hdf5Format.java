package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/** HDF5: weights of Keras, tables of PyTables and pandas. */
public final class Hdf5Format implements Format {
  @Override
  public String id() {
    return "hdf5";
  }

  @Override
  public String title() {
    return "HDF5";
  }

  @Override
  public Set<String> endings() {
    return Set.of("h5", "hdf5", "he5", "hdf", "keras");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    for (int at : new int[] {0, 512, 1024, 2048}) {
      if (artefact.hasAt(at, 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n')) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    Superblock superblock = Superblock.read(artefact.bytes());
    if (superblock.start() > 0) {
      examination.report(Hdf5Rules.BEFORE, 0, "%,d bytes".formatted(superblock.start()));
    }
    Hdf5Walk.through(superblock, new Hdf5Judge(examination));
  }
}
