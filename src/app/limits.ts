// SPDX-License-Identifier: MIT

/** Every number the metadata is measured with, in one place. Sizes are in bytes unless a name says otherwise. */
export const limits = {
  /**
   * The store's nominal limit of a file is 1,048,576, but it adds 1,024 before each read, the final empty one included
   * (appstore: api/v1/release/parser.py, stream_read_file).
   */
  fileSize: 1_047_552,
  /** what the store says the limit is, in its own message */
  nominalFileSize: 1_048_576,
  /** the limit in the store's documentation (appstore: docs/developer.rst) */
  documentedFileSize: 512 * 1024,
  /** elements inside each other; libxml2 without XML_PARSE_HUGE, which is how the store reads */
  depth: 256,
  /** characters that entities may add to the attributes of one document; libxml2 allows a million before it counts */
  entityExpansion: 1_000_000,
  /** entities inside entities, as in libxml2 */
  entityDepth: 40,
  /** findings told about one document; a hostile file could make one for every 17 bytes */
  findings: 200,
  /**
   * Children of one name, and attributes of one element, that the judge sees at first; only where those are all good it
   * sees all. It needs seconds for tens of thousands of messages.
   */
  judgedRepeats: 200,
  /** characters that the judge sees of a value whose pattern takes it cubic time; above every length it may have */
  judgedValue: 300,
  /** characters that the judge sees behind the place where the reader has already stopped */
  judgedBehindFault: 16_384,
  /** memory of one run of the judge, in pages of 64 KiB: 512 MiB */
  judgePages: 8_192,
  /** documents handed to one run of the judge: their names lie on its stack of 64 KiB, which 2,000 of them overflow */
  judgeDocuments: 1_000,
  /** bytes of documents handed to one run of the judge; more are judged in further runs */
  judgeBytes: 32 * 1024 * 1024,
  /** columns of the store's database (appstore: core/models.py); longer values make it answer 500 */
  versionSpecification: 256,
  dockerInstall: 1_024,
  scope: 32,
  environmentName: 64,
  environmentDisplayName: 128,
  environmentDefault: 256,
} as const;
