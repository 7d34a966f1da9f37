// SPDX-License-Identifier: MIT

/** `news/appinfo/info.xml` with `<info/>` in it, as `tar cj` packs it; Node knows no bzip2. */
export const bzip2 = Buffer.from(
  'QlpoOTFBWSZTWTYoo7UAAHV9gMmAAAhAAfWFAAhjJ97ACAggAFQ0iPUA0NNNGgPSeoJKRoaaBoAAB9m8iQgtahCIcQcRvdKgQwGG5yytomsERaQhRBl+pm9Y0hiegNkiLzMpkaBVl8qvIiA/F3JFOFCQNiijtQ==',
  'base64',
);
