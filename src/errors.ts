/**
 * The error codes of the API that we answer, with the vendor's texts where they are known (wire specification
 * §1.7, "observed message texts"), in both languages that `X-TC-Language` can ask for. `{}` is the detail.
 */
export const apiErrors = {
  'AuthFailure.InvalidAuthorization': [
    'The `Authorization` header is malformed. {}',
    '`Authorization` 请求头格式不正确。{}',
  ],
  'AuthFailure.SecretIdNotFound': [
    'The SecretId is not found, please ensure that your SecretId is correct.',
    'SecretId 不存在，请检查您的 SecretId 是否正确。',
  ],
  'AuthFailure.SignatureExpire': [
    'The signature is expired, please request again.',
    '签名已过期，请重新请求。',
  ],
  'AuthFailure.SignatureFailure': [
    'The provided credentials could not be validated. Please check your signature is correct.',
    '请求签名验证失败，请检查您的签名计算是否正确。',
  ],
  'AuthFailure.TokenFailure': ['Temporary credentials are not used here. {}', '不支持临时凭证。{}'],
  InternalError: ['Internal error.', '内部错误。'],
  InvalidAction: ['The request `Action` is invalid or not found.', '请求的 `Action` 无效或不存在。'],
  InvalidParameter: ['{}', '参数错误：{}'],
  InvalidParameterValue: ['{}', '参数取值错误：{}'],
  'InvalidParameterValue.BizTokenExpired': ['BizToken expired.', 'BizToken 已过期。'],
  'InvalidParameterValue.BizTokenIllegal': ['Invalid BizToken.', 'BizToken 非法。'],
  'InvalidParameterValue.RuleIdNotExist': [
    'RuleId does not exist. Ask the operator of this server to create it.',
    'RuleId 不存在，请联系本服务的运营者创建。',
  ],
  InvalidRequest: ['The multipart body is malformed. {}', 'multipart 格式的请求体不正确。{}'],
  MissingParameter: ['The request is missing a required parameter `{}`.', '请求缺少必要参数 `{}`。'],
  NoSuchVersion: ['The request `Version` is invalid or not found. {}', '请求的 `Version` 无效或不存在。{}'],
  OperationDenied: ['Operation denied. {}', '操作被拒绝。{}'],
  RequestLimitExceeded: ['{}', '{}'],
  RequestSizeLimitExceeded: ['The request is larger than {}.', '请求大小超过 {}。'],
  ResourceUnavailable: ['The server is busy, please try again. {}', '服务繁忙，请稍后重试。{}'],
  UnknownParameter: ['The parameter `{}` is not recognized.', '参数 `{}` 无法识别。'],
  UnsupportedProtocol: [
    'Only GET and POST over HTTP(S) are supported. {}',
    '仅支持 HTTP(S) 的 GET 与 POST 请求。{}',
  ],
} as const satisfies Record<string, readonly [english: string, chinese: string]>;

export type ApiErrorCode = keyof typeof apiErrors;

/** A call that is answered with an error of the API. */
export type ApiFailure = { readonly code: ApiErrorCode; readonly detail: string };

/** What a step of a call leads to: a value, or the failure that leaves it. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ApiFailure };

export function succeed<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

export function fail(code: ApiErrorCode, detail = ''): { readonly ok: false; readonly failure: ApiFailure } {
  return { ok: false, failure: { code, detail } };
}

/** The languages that `Error.Message` comes in. */
export type MessageLanguage = 'en-US' | 'zh-CN';

/** The text of `Error.Message`. Details name fields and limits and stay English. */
export function failureMessage({ code, detail }: ApiFailure, language: MessageLanguage): string {
  const [english, chinese] = apiErrors[code];
  return (language === 'zh-CN' ? chinese : english).replace('{}', () => detail).trimEnd();
}
