package org.bellbuoy.server.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/**
 * A library made for these tests by GNU windres and ld of binutils 2.40 (mingw-w64) from a resource
 * script with FILEVERSION 15,2,1118,20 and PRODUCTVERSION 15,2,1118,37; it holds no code.
 */
final class TestPrograms {
  private static final String GZ =
      "H4sIAAAAAAACA+1Wy0rDQBQ9ibH4wMfCRVc6vsBVaEVRN1JERcEXVkRcqLGJGmxTSaO4dOXaL/ArXIgg"
          + "iHu/Rb/AejKZ2GoRdyIlJ9y5czNnztwbwnBXd2/QAsCgVavAPSLk8DuuaN0DD924a38ZvNdWXga3TtyK"
          + "OPPLx75VEgXL88qBOHSEf+4J1xPz63lRKtuO2dXVMaI0NhYA+9rAVDZ1Guu+wRzq1PUxGaTqDuyNjtXi"
          + "uR7lHaI1DKRgVMxwi8a6DkgV9Xtrk95vsqSZoc8AafUBLjX8GczAuQygslW1fRanwLUD07GtwFK5CsVL"
          + "feUx9ZzpRry0qkny2hp4T6Zf8QtQteYUr6ORhwRNiarCT3GC5kd8947xPqm/8sI4tgvTLhaTT5UgQRND"
          + "k61HOmrtvrzXojai4X07e5QlznbYJPTXXR792gTHbeSxz3EBm5wtYx1rjJc5LnIe4tF4fQ91dPSgD3tG"
          + "6EfpYx2Dj/4ty2d5ch4BfLjwcEw1F0U4VPZwhDLXbyUngwnajPRzsg1aYoXaJ3+eVkFB6pxRz+VeT55R"
          + "ggWbq0Lq+fQWLZD8sE+bZZ41nW2az5Xa/iwm2aNlMM4xK59pFWf+1W/2ARWnUOkADAAA";

  private TestPrograms() {}

  static byte[] exchange() throws IOException {
    byte[] gz = Base64.getDecoder().decode(GZ);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gz))) {
      return in.readAllBytes();
    }
  }
}
