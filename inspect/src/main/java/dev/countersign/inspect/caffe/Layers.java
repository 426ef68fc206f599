package dev.countersign.inspect.caffe;

import dev.countersign.inspect.Examination;
import java.util.Set;

/** Judges layers by their types. */
final class Layers {
  private static final Set<String> DATA =
      Set.of("HDF5Output", "WindowData", "ImageData", "HDF5Data");

  private Layers() {}

  static void judge(String type, String subject, long at, Examination examination) {
    if (type.equals("Python")) {
      examination.reportCall(CaffeRules.PYTHON, at, subject, subject);
    } else if (DATA.contains(type)) {
      examination.report(CaffeRules.DATA, at, subject);
    }
  }
}
