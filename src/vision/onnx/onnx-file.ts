import protobuf from 'protobufjs/light.js';

/** One operation of a graph. */
export type OnnxNode = {
  input: string[];
  output: string[];
  name?: string;
  opType: string;
  domain?: string;
  attribute?: OnnxAttribute[];
};

/** A setting of an operation; which of its values counts is told by `type`. */
export type OnnxAttribute = {
  name: string;
  type: number;
  i?: number;
  ints?: number[];
  t?: OnnxTensor;
  [other: string]: unknown;
};

/** A constant. `rawData`: its values, little endian; `floatData` where the file keeps them so. */
export type OnnxTensor = {
  dims: number[];
  dataType: number;
  name: string;
  rawData?: Uint8Array;
  floatData?: number[];
  [other: string]: unknown;
};

/** Operations in an order in which each finds its inputs made, the constants, and what the network answers. */
export type OnnxGraph = {
  node: OnnxNode[];
  initializer: OnnxTensor[];
  input: { name: string }[];
  output: { name: string }[];
  [other: string]: unknown;
};

/** A network's file, unpacked. */
export type OnnxModel = { graph: OnnxGraph; [other: string]: unknown };

/** `TensorProto.DataType.FLOAT` and `AttributeProto.AttributeType` (ONNX IR, onnx.proto3). */
export const floatType = 1;
export const attributeTypes = { int: 2, ints: 7 } as const;

const field = (id: number, type: string, rule?: 'repeated') => ({ id, type, ...(rule && { rule }) });
const list = (id: number, type: string) => field(id, type, 'repeated');

/**
 * The messages of an ONNX file (onnx.proto3, IR version 3 to 10) with their field numbers. What this code never looks into
 * (shapes, notes, training) stays bytes, so that nothing is lost when the file is packed again.
 */
const modelMessage = protobuf.Root.fromJSON({
  nested: {
    Model: {
      fields: {
        irVersion: field(1, 'int64'),
        producerName: field(2, 'string'),
        producerVersion: field(3, 'string'),
        domain: field(4, 'string'),
        modelVersion: field(5, 'int64'),
        docString: field(6, 'string'),
        graph: field(7, 'Graph'),
        opsetImport: list(8, 'bytes'),
        metadataProps: list(14, 'bytes'),
        functions: list(25, 'bytes'),
      },
    },
    Graph: {
      fields: {
        node: list(1, 'Node'),
        name: field(2, 'string'),
        initializer: list(5, 'Tensor'),
        docString: field(10, 'string'),
        input: list(11, 'Value'),
        output: list(12, 'Value'),
        valueInfo: list(13, 'Value'),
        quantizationAnnotation: list(14, 'bytes'),
        sparseInitializer: list(15, 'bytes'),
      },
    },
    Value: { fields: { name: field(1, 'string'), type: field(2, 'bytes'), docString: field(3, 'string') } },
    Node: {
      fields: {
        input: list(1, 'string'),
        output: list(2, 'string'),
        name: field(3, 'string'),
        opType: field(4, 'string'),
        attribute: list(5, 'Attribute'),
        docString: field(6, 'string'),
        domain: field(7, 'string'),
      },
    },
    Attribute: {
      fields: {
        name: field(1, 'string'),
        f: field(2, 'float'),
        i: field(3, 'int64'),
        s: field(4, 'bytes'),
        t: field(5, 'Tensor'),
        g: field(6, 'bytes'),
        floats: list(7, 'float'),
        ints: list(8, 'int64'),
        strings: list(9, 'bytes'),
        tensors: list(10, 'bytes'),
        graphs: list(11, 'bytes'),
        docString: field(13, 'string'),
        tp: field(14, 'bytes'),
        type: field(20, 'int32'),
        refAttrName: field(21, 'string'),
        sparseTensor: field(22, 'bytes'),
      },
    },
    Tensor: {
      fields: {
        dims: list(1, 'int64'),
        dataType: field(2, 'int32'),
        segment: field(3, 'bytes'),
        floatData: list(4, 'float'),
        int32Data: list(5, 'int32'),
        stringData: list(6, 'bytes'),
        int64Data: list(7, 'int64'),
        name: field(8, 'string'),
        rawData: field(9, 'bytes'),
        doubleData: list(10, 'double'),
        uint64Data: list(11, 'uint64'),
        docString: field(12, 'string'),
        externalData: list(13, 'bytes'),
        dataLocation: field(14, 'int32'),
      },
    },
  },
}).lookupType('Model');

/** Unpacks a network's file. Throws when the bytes are no such file. */
export function unpackOnnx(file: Uint8Array): OnnxModel {
  const model = modelMessage.toObject(modelMessage.decode(file), { longs: Number, arrays: true });
  return model as OnnxModel;
}

/** The file of a network, as `unpackOnnx` reads it. */
export function packOnnx(model: OnnxModel): Uint8Array {
  return modelMessage.encode(modelMessage.fromObject(model)).finish();
}

/** The values of a constant of 32 bit floats, or null for one of another kind. */
export function floatsOf(tensor: OnnxTensor | undefined): Float32Array | null {
  if (tensor?.dataType !== floatType) return null;
  if (tensor.rawData?.length) return new Float32Array(new Uint8Array(tensor.rawData).buffer);
  return Float32Array.from(tensor.floatData ?? []);
}

/** A constant of 32 bit floats. */
export function floatTensor(name: string, dims: number[], values: Float32Array): OnnxTensor {
  return { name, dims, dataType: floatType, rawData: new Uint8Array(values.buffer) };
}
