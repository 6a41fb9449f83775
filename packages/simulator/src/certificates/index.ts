export * from './CertificateAuthority';
