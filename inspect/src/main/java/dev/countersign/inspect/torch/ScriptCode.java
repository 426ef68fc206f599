package dev.countersign.inspect.torch;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Source of TorchScript, a part of Python that can call nothing but operators. {@code torch.f}
 * there is {@code aten::f}, and {@code ops.library.f} is {@code library::f}.
 */
final class ScriptCode {
  /** As many bytes are read; programs of the largest models have less. */
  private static final int MOST = 16 << 20;

  private static final int LONGEST_NAME = 200;

  /** Operators that open a file by a name that the program gives. */
  private static final Pattern FILES =
      Pattern.compile("\\b(?:torch|ops\\.aten)\\.(save|from_file|load|_load_from_file)\\s*\\(");

  private static final Pattern OPERATOR =
      Pattern.compile("\\bops\\.(\\w{1," + LONGEST_NAME + "})\\.(\\w{1," + LONGEST_NAME + "})");

  /** Libraries of operators that PyTorch and its own domain libraries bring. */
  private static final Set<String> OWN =
      Set.of(
          "aten",
          "prim",
          "prims",
          "quantized",
          "quantized_decomposed",
          "_quantized",
          "sparse",
          "mkldnn",
          "mkldnn_prepacked",
          "prepacked",
          "xnnpack",
          "onednn",
          "profiler",
          "inductor",
          "fb",
          "fbgemm",
          "cuda",
          "metal",
          "metal_prepack",
          "vulkan",
          "vulkan_prepack",
          "nnapi",
          "static_runtime",
          "_caffe2",
          "c10d",
          "_c10d_functional",
          "c10d_functional",
          "rpc",
          "mobile",
          "torchvision",
          "torchaudio",
          "torchtext",
          "image",
          "video_reader",
          "debugprims",
          "higher_order",
          "_test",
          "tensorexpr",
          "dnnl");

  private ScriptCode() {}

  static void inspect(Bytes source, String name, Examination examination)
      throws Broken, IOException {
    String text = new String(source.copy(0, MOST), StandardCharsets.ISO_8859_1);
    Matcher files = FILES.matcher(text);
    while (files.find()) {
      examination.reportCall(
          TorchRules.FILES, files.start(), name + ": " + files.group(), "aten." + files.group(1));
    }
    Set<String> told = new LinkedHashSet<>();
    Matcher operators = OPERATOR.matcher(text);
    while (operators.find()) {
      String whole = operators.group(1) + "." + operators.group(2);
      if (!OWN.contains(operators.group(1)) && told.add(whole)) {
        examination.reportCall(
            TorchRules.OPERATOR, operators.start(), name + ": ops." + whole, whole);
      }
    }
    if (source.length() > MOST) {
      throw new Broken(MOST, "a program of more than %,d bytes".formatted(MOST));
    }
  }
}
