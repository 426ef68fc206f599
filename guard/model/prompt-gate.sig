{
  "mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
  "verificationMaterial": {
    "publicKey": {
      "hint": "87649ce5d9dee7017e5e0c698776519fde68220762c0775e0afce6d6296e94c3"
    },
    "tlogEntries": [ ]
  },
  "dsseEnvelope": {
    "payload": "eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEiLCJzdWJqZWN0IjpbeyJuYW1lIjoicHJvbXB0LWdhdGUud2VpZ2h0cyIsImRpZ2VzdCI6eyJzaGEyNTYiOiJmNmVkMGI3ZjAyZTZmYjQxYTU2YzAwYTQ2MDQxZTk3ZDBkNDM3OGIwODc5NjNiNGRkNDY1NGMzMzRjNTE2OWI3In19XSwicHJlZGljYXRlVHlwZSI6Imh0dHBzOi8vbW9kZWxfc2lnbmluZy9zaWduYXR1cmUvdjEuMCIsInByZWRpY2F0ZSI6eyJyZXNvdXJjZXMiOlt7Im5hbWUiOiJwcm9tcHQtZ2F0ZS53ZWlnaHRzIiwiZGlnZXN0IjoiNjdmODk1NWExYmJkNWQzN2YwNTE4YmJlNDBmZWUzNzEyNGU4Y2ZkYzgxMTU1ZmZlNTYwOTY0OTAwNjIyYTQzNiIsImFsZ29yaXRobSI6InNoYTI1NiJ9XSwic2VyaWFsaXphdGlvbiI6eyJtZXRob2QiOiJmaWxlcyIsImhhc2hfdHlwZSI6InNoYTI1NiIsImFsbG93X3N5bWxpbmtzIjpmYWxzZX19fQ==",
    "payloadType": "application/vnd.in-toto+json",
    "signatures": [
      {
        "sig": "MEQCIEqwK/gHz+8TBn3elHuIuNWRBOyQMPtre/HM0CNH8WnMAiBMttEqXzvVHReO/LFSMVBU4PKzcBHuIUf0muIG2XAFxw==",
        "keyid": ""
      }
    ]
  }
}
