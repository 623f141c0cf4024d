import { describe, expect, it } from 'vitest';
import { errorOf } from './client';

describe('errorOf', () => {
  it('should say what the problem document says', () => {
    const error = errorOf(503, {
      title: 'Service Unavailable',
      code: 'SCHEMA_MISSING',
      detail: 'No tables.',
    });
    expect(error).toMatchObject({ status: 503, code: 'SCHEMA_MISSING', message: 'No tables.' });
  });

  it('should fall back to the title and then to the status', () => {
    expect(errorOf(409, { title: 'Conflict', code: 'X' }).message).toBe('Conflict');
    expect(errorOf(502, '<html>').message).toBe('The server answered 502.');
    expect(errorOf(502, null).code).toBe('HTTP_502');
  });
});
